package org.mingzhang.structure.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;

/**
 * Names the rows of a side of a table from its title: the totals, the three public expenses, what
 * was procured, and what was carried over by kind of money. One object a side, its rows in order.
 */
final class TableRowNames {
  private static final Pattern TOTAL = Pattern.compile("(?:(?:收入|支出)?总计|合计)");
  private static final Pattern CARRIED = Pattern.compile("(年[初末])(?:财政拨款)?结转(?:[和与及、]?结余)?");
  private static final Pattern FUND = Pattern.compile("(?:一般公共|政府性基金|国有资本经营)预算(?:财政)?拨款");
  private static final Pattern PROCURED = Pattern.compile("(?:政府采购)?(货物|工程|服务)类?(?:采购)?(?:支出|预算)?");
  private static final Pattern PROCUREMENT = Pattern.compile("合计|(?:政府)?采购(?:支出|预算)?(?:合计|总额|总计)?");

  private final String title;
  private final boolean expenditure;
  private String carried = "";

  /**
   * The rows of one side.
   *
   * @param title title of the table
   * @param index place of the side: the second of two is expenditure
   */
  TableRowNames(String title, int index) {
    this.title = title;
    this.expenditure = index > 0;
  }

  /**
   * The name of a row's amount.
   *
   * @param label the row's label without its numeral
   * @param budget kind of budget the amount is, beside results of the same year; null for the plain
   *     amount
   */
  String name(String label, @Nullable String budget) {
    if (title.contains("三公")) {
      String expense = threePublic(label, budget);
      if (!expense.isEmpty()) {
        return expense;
      }
    }
    String plain = title.contains("政府采购") ? procured(label) : ofSide(label);
    return budget == null ? plain : plain + budget;
  }

  private String ofSide(String label) {
    Matcher brought = CARRIED.matcher(label);
    if (brought.find()) {
      carried = brought.group(1);
    } else if (FUND.matcher(label).matches() && !carried.isEmpty()) {
      return label + carried + "结转和结余";
    }
    if (!TOTAL.matcher(label).matches() || label.equals("合计")) {
      return label;
    }
    String direction = label.startsWith("支出") || expenditure ? "支出" : "收入";
    return (title.contains("财政拨款") ? "财政拨款" : "") + direction + "总计";
  }

  private String threePublic(String label, @Nullable String budget) {
    String plain = label.replaceAll("[“”\"]", "");
    if (plain.matches("(?:三公经费)?(?:支出)?(?:合计|总计|小计)(?:数)?")) {
      String total = ThreePublicHead.name("三公经费合计" + (budget == null ? "" : "/预算数"), title);
      return budget == null ? total : total.replaceFirst("预算$", kept(budget));
    }
    String cleaned = FigureVocabulary.clean(plain, "");
    return FigureVocabulary.names(cleaned, Topic.THREE_PUBLIC).stream()
        .filter(FigureVocabulary::isPartOfThreePublic)
        .findFirst()
        .map(name -> budget == null ? name : name + kept(budget))
        .orElse("");
  }

  /** The budget of the year as changed is another amount than the budget it began with. */
  private static String kept(String budget) {
    return budget.equals("全年预算") ? budget : "预算";
  }

  /** What was procured where its kinds stand in columns: 合计 | 货物 | 工程 | 服务; else empty. */
  String kind(String label, String header) {
    String last = header.substring(header.lastIndexOf('/') + 1).replaceAll("\\s", "");
    Matcher kind = PROCURED.matcher(last);
    boolean total = title.contains("政府采购") && PROCUREMENT.matcher(label).matches();
    return total && kind.matches() ? "政府采购" + kind.group(1) + suffix(label) : "";
  }

  private String suffix(String label) {
    boolean titled = title.contains("预算") && !title.contains("决算");
    return label.endsWith("预算") || titled ? "预算" : "支出";
  }

  private String procured(String label) {
    boolean planned = suffix(label).equals("预算");
    Matcher kind = PROCURED.matcher(label);
    if (kind.matches()) {
      return "政府采购" + kind.group(1) + suffix(label);
    }
    return PROCUREMENT.matcher(label).matches() ? (planned ? "政府采购预算" : "政府采购支出总额") : label;
  }
}
