package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.DisclosureTableKind;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Topic;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks that the purposes of expenditure that sentences list agree with the items and amounts of
 * the tables.
 */
public final class SpendingPurposeChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SpendingPurposeChecks.class);
  private static final PrefilteredPattern ITEM_WITH_PURPOSE = PATTERNS.getPrefiltered("purpose");

  private static final PrefilteredPattern LISTED_PURPOSES = PATTERNS.getPrefiltered("list");
  private static final int MAX_SEPARATE_FINDINGS = 3;

  private SpendingPurposeChecks() {}

  /**
   * The economic items in the tables of basic expenditure, by their normalized names.
   *
   * @param amountByItem sum of the absolute values of all amounts of the item, subtotals included;
   *     only meant for the test whether it is zero
   * @param locationByItem location of the first row of the item
   */
  private record ItemAmounts(
      Map<String, BigDecimal> amountByItem, Map<String, QuoteLocation> locationByItem) {
    static ItemAmounts collectFrom(AuditedDocument document) {
      ItemAmounts items = new ItemAmounts(new HashMap<>(), new HashMap<>());
      for (AccountTable table : document.tables()) {
        boolean basic =
            DisclosureTableKind.find(table.data())
                .filter(DisclosureTableKind.BASIC_EXPENDITURE::equals)
                .isPresent();
        for (AccountColumnRoles.ColumnBlock block :
            basic ? table.columns().blocks() : List.<AccountColumnRoles.ColumnBlock>of()) {
          for (int row = 0; row < table.rowCount() && !block.codeColumns().isEmpty(); row++) {
            items.add(table, row, block);
          }
        }
      }
      return items;
    }

    /**
     * Adds the absolute values of the amounts of a row to the sums of the item that the row names.
     */
    private void add(AccountTable table, int row, AccountColumnRoles.ColumnBlock block) {
      String name = normalizeItem(table.label(row, block));
      BigDecimal sum = BigDecimal.ZERO;
      for (int column : block.amountColumns()) {
        sum = sum.add(table.amountOrZero(row, column).abs());
      }
      amountByItem.merge(name, sum, BigDecimal::add);
      locationByItem.putIfAbsent(
          name, FindingDraft.locationOf(table, row, table.quote(row, block)));
    }
  }

  /**
   * Checks economic items that a sentence lists under staff or office costs against their amounts
   * in the table of economic items. If more than {@link #MAX_SEPARATE_FINDINGS} listed items are
   * empty, the sentence is the unedited list of the form, and only one finding is reported.
   */
  public static List<CheckResult> checkEconomicItems(AuditedDocument document) {
    ItemAmounts items = ItemAmounts.collectFrom(document);
    List<CheckResult> checks = new ArrayList<>();
    if (!items.amountByItem().isEmpty()) {
      document
          .findMatches(LISTED_PURPOSES)
          .filter(m -> m.paragraph().topic() == Topic.BASIC_EXPENDITURE)
          .forEach(m -> checkListedItems(m, items, checks));
    }
    return checks;
  }

  private static void checkListedItems(
      ParagraphMatch list, ItemAmounts items, List<CheckResult> checks) {
    List<CheckResult> found = new ArrayList<>();
    int from = list.words().start("items");
    int before = from;
    for (String item : list.group("items").split("、", -1)) {
      BigDecimal amount =
          items.amountByItem().get(normalizeItem(item.replaceAll("等.*$|[\\d.]+万元", "")));
      if (amount == null) {
        if (item.codePoints().anyMatch(Character::isIdeographic)) {
          checks.add(
              CheckResult.undecided("item-not-in-table")
                  .withLocation(
                      FindingDraft.locationOf(list.paragraph(), from, from + item.length())));
        }
      } else if (amount.signum() != 0) {
        checks.add(CheckResult.AGREES);
      } else {
        found.add(
            FindingDraft.create("economic-list", list.paragraph(), before, from + item.length())
                .setNumbers(item, "表中无金额")
                .setOtherLocation(items.locationByItem().get(normalizeItem(item)))
                .toResult(item));
      }
      before = from;
      from += item.length() + 1;
    }
    checks.addAll(found.size() > MAX_SEPARATE_FINDINGS ? found.subList(0, 1) : found);
  }

  private static String normalizeItem(String name) {
    return name.replaceAll("[\\s()（）]", "").replaceFirst("用$", "");
  }

  /**
   * Reports items that a sentence calls basic expenditure and the tables list only as project
   * expenditure, or vice versa.
   */
  public static List<CheckResult> checkExpenditureKinds(AuditedDocument document) {
    Map<String, Figure> rows = findAmountsByKindAndItem(document);
    return document
        .findMatches(ITEM_WITH_PURPOSE)
        .flatMap(item -> Stream.ofNullable(checkExpenditureKind(item, rows)))
        .toList();
  }

  private static @Nullable CheckResult checkExpenditureKind(
      ParagraphMatch item, Map<String, Figure> rows) {
    String kind = item.group("kind");
    String opposite = kind.equals("基本支出") ? "项目支出" : "基本支出";
    String name = normalize(item.group("name"));
    if (rows.containsKey(kind + name)) {
      return CheckResult.AGREES;
    }
    Figure figure = rows.get(opposite + name);
    MatchResult words = item.words();
    return figure == null
        ? null
        : FindingDraft.create(
                "purpose-against-table",
                item.paragraph(),
                words.start("purpose"),
                words.end("purpose"))
            .setNumbers(kind, opposite + figure.value() + figure.unit())
            .setOtherLocation(FindingDraft.locationOf(figure))
            .toResult(kind, opposite, figure.value(), figure.unit());
  }

  /**
   * The first nonzero amount of basic and of project expenditure of each item in the tables, by the
   * kind of expenditure followed by the normalized name of the item.
   */
  private static Map<String, Figure> findAmountsByKindAndItem(AuditedDocument document) {
    Map<String, Figure> rows = new HashMap<>();
    for (Figure figure : document.figures()) {
      if (figure.isFromTable()
          && figure.name().matches("基本支出|项目支出")
          && figure.code() != null
          && figure.item() != null
          && new BigDecimal(figure.value()).signum() != 0) {
        rows.putIfAbsent(figure.name() + normalize(String.valueOf(figure.item())), figure);
      }
    }
    return rows;
  }

  /** A name without brackets and white space, and without 支出 before 类, 款 or 项. */
  private static String normalize(String name) {
    return name.replaceAll("[()（）\\s]", "").replaceAll("支出(?=[类款项])", "");
  }
}
