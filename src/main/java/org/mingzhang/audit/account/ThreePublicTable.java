package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.text.AccountColumns;

/**
 * A table of the three public expenses that has them one below the other: 合计 = 因公出国（境）费 + 公务接待费 +
 * 公务用车费, and 公务用车费 = 购置费 + 运行维护费.
 */
public final class ThreePublicTable implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "three-public-table",
          Kind.SUM,
          "逐行列出的“三公”经费表：合计＝三个分项之和，公务用车费＝购置费＋运行维护费",
          "A table of the three public expenses by row: the total against its parts",
          "每两项0.01",
          "0.01 for each two parts",
          "“三公”经费由三项组成。",
          "The three public expenses are three.");
  private static final Pattern TOTAL =
      Pattern.compile("^[(（]?(?:[“\"]?三公[”\"]?经费)?(?:支出)?(?:合计|小计|总计)(?:数)?$");
  private static final Pattern ALL =
      Pattern.compile("^(?:[“\"]?三公[”\"]?经费)?(?:支出)?(?:合计|总计)(?:数)?$");
  private static final List<Pattern> PARTS =
      List.of(
          Pattern.compile("因公出国"),
          Pattern.compile("公务接待"),
          Pattern.compile("公务用车(?!运行|购置费?$)|公务用车购置[及和]运行"));
  private static final List<Pattern> VEHICLE =
      List.of(Pattern.compile("(?:公务)?用车运行"), Pattern.compile("(?:公务)?用车购置(?![及和])"));

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  private static final Check UNFILLED = new Check.Undecided("各分项未填写", "no part is filled in");

  private record Answers(List<Check> checks) {}

  /** The answers, found once for all rules that ask. */
  static List<Check> answers(Reading reading) {
    return reading.derived(Answers.class, r -> new Answers(find(r))).checks();
  }

  @Override
  public List<Check> check(Reading reading) {
    return answers(reading);
  }

  private static List<Check> find(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (AccountTable table : TableRule.tables(reading, TableKind.THREE_PUBLIC)) {
      for (AccountColumns.Block block : table.columns().blocks()) {
        if (block.name() >= 0) {
          check(table, block, checks);
        }
        columns(table, block, checks);
      }
    }
    return checks;
  }

  private static void check(AccountTable table, AccountColumns.Block block, List<Check> checks) {
    int total = row(table, block, TOTAL);
    List<Integer> parts = rows(table, block, PARTS);
    List<Integer> vehicle = rows(table, block, VEHICLE);
    for (int column : block.amounts()) {
      if (total >= 0 && parts.size() == PARTS.size()) {
        compare(table, block, total, parts, column, checks);
      }
      if (parts.size() == PARTS.size() && vehicle.size() == VEHICLE.size()) {
        compare(table, block, parts.getLast(), vehicle, column, checks);
      }
    }
  }

  /** A head that names the expenses: each total is followed by its parts. */
  private static void columns(AccountTable table, AccountColumns.Block block, List<Check> checks) {
    List<Integer> amounts = block.amounts();
    List<Integer> totals = amounts.stream().filter(c -> ALL.matcher(table.head(c)).find()).toList();
    for (int i = 0; i < totals.size(); i++) {
      int from = amounts.indexOf(totals.get(i)) + 1;
      int to = i + 1 < totals.size() ? amounts.indexOf(totals.get(i + 1)) : amounts.size();
      row(table, block, totals.get(i), amounts.subList(from, to), checks);
    }
  }

  private static void row(
      AccountTable table,
      AccountColumns.Block block,
      int total,
      List<Integer> columns,
      List<Check> checks) {
    List<Integer> parts = new ArrayList<>();
    for (Pattern part : PARTS) {
      columns.stream()
          .filter(c -> part.matcher(leaf(table, c)).find())
          .findFirst()
          .ifPresent(parts::add);
    }
    if (parts.size() < PARTS.size()) {
      return;
    }
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      if (parts.stream().allMatch(c -> table.amount(at, c).isEmpty())) {
        checks.add(UNFILLED);
        continue;
      }
      List<BigDecimal> values = parts.stream().map(c -> table.amountOrZero(at, c)).toList();
      TableRule.cell(ABOUT, table, block, row, total, values, "各分项").ifPresent(checks::add);
    }
  }

  /** The head of a column; a bare 小计 is of the head above it. */
  private static String leaf(AccountTable table, int column) {
    String head = table.head(column);
    return head.equals("小计") ? table.data().header().get(column) : head;
  }

  private static void compare(
      AccountTable table,
      AccountColumns.Block block,
      int whole,
      List<Integer> rows,
      int column,
      List<Check> checks) {
    if (rows.stream().allMatch(r -> table.amount(r, column).isEmpty())) {
      checks.add(UNFILLED);
      return;
    }
    List<BigDecimal> parts = rows.stream().map(r -> table.amountOrZero(r, column)).toList();
    TableRule.cell(ABOUT, table, block, whole, column, parts, "各分项").ifPresent(checks::add);
  }

  /** The rows with these labels; fewer where one is missing or stands twice. */
  private static List<Integer> rows(
      AccountTable table, AccountColumns.Block block, List<Pattern> labels) {
    return labels.stream().map(l -> row(table, block, l)).filter(r -> r >= 0).toList();
  }

  private static int row(AccountTable table, AccountColumns.Block block, Pattern label) {
    int found = -1;
    for (int row = 0; row < table.rows(); row++) {
      String printed = table.label(row, block).replaceAll("\\s", "");
      if (label.matcher(printed).find()) {
        if (found >= 0) {
          return -1;
        }
        found = row;
      }
    }
    return found;
  }
}
