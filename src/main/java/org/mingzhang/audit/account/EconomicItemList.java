package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.TableKind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Topic;
import org.mingzhang.text.AccountColumns;

/**
 * Economic items that a sentence lists under staff or office costs, against their amounts in the
 * table by economic item. A list with more than three empty items is the uncut list of the form and
 * one finding.
 */
public final class EconomicItemList implements Rule {
  private static final Pattern LIST = Pattern.compile("主要(?:包括|用于):?(?<items>[^。；;]+)");
  private static final int UNCUT = 3;

  /** The amount and the place of each economic item, by its plain name. */
  private record Items(Map<String, BigDecimal> amounts, Map<String, Place> places) {
    static Items of(AuditedDocument reading) {
      Items items = new Items(new HashMap<>(), new HashMap<>());
      for (AccountTable table : reading.tables()) {
        boolean basic = TableKind.of(table.data()).filter(TableKind.BASIC::equals).isPresent();
        for (AccountColumns.Block block :
            basic ? table.columns().blocks() : List.<AccountColumns.Block>of()) {
          for (int row = 0; row < table.rows() && !block.codes().isEmpty(); row++) {
            items.add(table, row, block);
          }
        }
      }
      return items;
    }

    private void add(AccountTable table, int row, AccountColumns.Block block) {
      String name = key(table.label(row, block));
      BigDecimal sum = BigDecimal.ZERO;
      for (int column : block.amounts()) {
        sum = sum.add(table.amountOrZero(row, column).abs());
      }
      amounts.merge(name, sum, BigDecimal::add);
      places.putIfAbsent(name, FindingDraft.place(table, row, table.quote(row, block)));
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Items items = Items.of(reading);
    List<CheckResult> checks = new ArrayList<>();
    if (!items.amounts().isEmpty()) {
      reading
          .matches(LIST)
          .filter(m -> m.passage().topic() == Topic.BASIC_EXPENDITURE)
          .forEach(m -> check(m.passage(), m.words(), items, checks));
    }
    return checks;
  }

  private static void check(
      Passage passage, MatchResult list, Items items, List<CheckResult> checks) {
    List<CheckResult> found = new ArrayList<>();
    int from = list.start("items");
    int before = from;
    for (String item : list.group("items").split("、", -1)) {
      BigDecimal amount = items.amounts().get(key(item.replaceAll("等.*$|[\\d.]+万元", "")));
      if (amount == null) {
        checks.add(CheckResult.undecided("item-not-in-table"));
      } else if (amount.signum() != 0) {
        checks.add(CheckResult.AGREES);
      } else {
        found.add(
            FindingDraft.at("economic-list", passage, before, from + item.length())
                .numbers(item, "表中无金额")
                .other(items.places().get(key(item)))
                .says(item));
      }
      before = from;
      from += item.length() + 1;
    }
    checks.addAll(found.size() > UNCUT ? found.subList(0, 1) : found);
  }

  private static String key(String name) {
    return name.replaceAll("[\\s()（）]", "").replaceFirst("用$", "");
  }
}
