package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.MatchRule;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.model.Figure;

/**
 * An item said to be basic expenditure that the table has as project expenditure alone.
 *
 * <p>A class, since one side of it is words and no amount.
 */
public final class PurposeAgainstTable extends MatchRule {
  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?<name>[\\p{IsHan}、]+\\(类\\)[\\p{IsHan}、()]+?\\(款\\)[\\p{IsHan}、()]+?\\(项\\))。?主要用于:?(?<purpose>[^。；]*?等?(?<kind>基本支出|项目支出))(?=[。；，])");

  /** The rule. */
  public PurposeAgainstTable() {
    super(PURPOSE, "主要用于");
  }

  @Override
  protected @Nullable CheckResult judge(
      AuditedDocument reading, Passage passage, MatchResult item) {
    Map<String, Figure> rows = reading.derived(Rows.class, Rows::of).byItem();
    String said = item.group("kind");
    String opposite = said.equals("基本支出") ? "项目支出" : "基本支出";
    String name = plain(item.group("name"));
    if (rows.containsKey(said + name)) {
      return CheckResult.AGREES;
    }
    Figure figure = rows.get(opposite + name);
    return figure == null
        ? null
        : FindingDraft.at(
                "purpose-against-table", passage, item.start("purpose"), item.end("purpose"))
            .numbers(said, opposite + figure.value() + figure.unit())
            .other(FindingDraft.place(figure))
            .says(said, opposite, figure.value(), figure.unit());
  }

  /** The first amount of each kind of expenditure of each item in the tables. */
  private record Rows(Map<String, Figure> byItem) {
    static Rows of(AuditedDocument reading) {
      Map<String, Figure> rows = new HashMap<>();
      for (Figure figure : reading.figures()) {
        if (figure.fromTable()
            && figure.name().matches("基本支出|项目支出")
            && figure.code() != null
            && figure.item() != null
            && new BigDecimal(figure.value()).signum() != 0) {
          rows.putIfAbsent(figure.name() + plain(String.valueOf(figure.item())), figure);
        }
      }
      return new Rows(rows);
    }
  }

  /** Names are printed with and without the final 支出 of their parts. */
  private static String plain(String name) {
    return name.replaceAll("[()（）\\s]", "").replaceAll("支出(?=[类款项])", "");
  }
}
