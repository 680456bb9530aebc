package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.both;
import static org.mingzhang.audit.invented.PlantedError.change;

import java.math.BigDecimal;
import java.util.List;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Topic;

/** Errors in budgets, their tables in 元 or 万元. */
final class BudgetErrors {
  private static final Genre BUDGET = Genre.BUDGET;
  private static final List<String> LADDER = List.of("2012604", "20126", "201", "合计");

  private BudgetErrors() {}

  static List<PlantedError> all() {
    return List.of(
        change("coded-items", BUDGET, p -> p.amount("GENERAL_.*", "([\\d.]+)万元，(?:具体|主要支出)[^。]*：$"))
            .with("text-against-table"),
        change(
            "change-amount",
            BUDGET,
            p -> p.amount("GENERAL_.*", "安排[\\d.]+万元，(?:增加|减少)([\\d.]+)万元。")),
        change("change-rate", BUDGET, p -> p.rate(".*", "(?:增长|上升|下降|降低)([\\d.]+)%")),
        change("share", BUDGET, p -> p.rate("INCOME|EXPENDITURE", "占[^，。；\\d]{0,9}([\\d.]+)%")),
        change("parts", BUDGET, p -> p.amount("PROCUREMENT", "(?:货物|工程|服务)预算([\\d.]+)万元")),
        change("side-totals", BUDGET, p -> line(p, "部门收支总表", "八、社会保障.*", 3)),
        change("side-totals", BUDGET, p -> line(p, "部门收支总表", "三、其他收入", 1)),
        change("code-roll-up", BUDGET, BudgetErrors::leaf),
        change("row-totals", BUDGET, p -> column(p, "部门收入总表", 3)),
        change("row-totals", BUDGET, p -> column(p, "部门支出总表", 4)).with("text-against-table"),
        change("table-against-table", BUDGET, p -> column(p, "部门收入总表", 2, 3))
            .with("text-against-table"),
        change("three-public-table", BUDGET, BudgetErrors::three),
        change(
            "economic-list", BUDGET, p -> p.change("BASIC_.*", "主要包括：?(办公费)、", (r, all) -> "印刷费")),
        change(
            "vehicle-count",
            BUDGET,
            p -> p.change("STATE_ASSETS", "共有车辆(\\d)辆，其中", (r, all) -> r + "1")),
        change(
            "unit-slip",
            BUDGET,
            p -> p.change("TOTALS|FISCAL_.*", "(?:增加|减少)[\\d.]+(万元)，", (r, all) -> "元")),
        change(
                "another-year",
                BUDGET,
                p -> p.change(".*", "[与比较](2023)年预算(?:相比|增加|减少)", (r, all) -> "2024"))
            .with("year-of-amounts"),
        both("year-of-plan", BUDGET, p -> plan(p, "2024"), p -> plan(p, "2022")),
        both(
            "year-of-items",
            BUDGET,
            p -> p.say(Topic.PERFORMANCE, items("2023")),
            p -> p.say(Topic.PERFORMANCE, items("2022"))),
        both("report-totals", BUDGET, p -> total(p, "2500"), p -> total(p, "2400")),
        change(
            "empty-table-note",
            BUDGET,
            p -> {
              TestDocument.Piece piece = p.document().piece("政府性基金");
              piece.rows().getFirst().set(2, "12.00");
              return piece.paragraphs().getFirst();
            }));
  }

  private static String plan(Pen pen, String year) {
    String text = "总投资为900.00万元。" + year + "年安排建设资金50.00万元。";
    pen.document().section(Topic.PERFORMANCE, "年度预算安排", text);
    return text;
  }

  /** Items in the same words, the last of which compares with this year. */
  private static String items(String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      text.append("专项%d：2024年度预算1%d万元，比2023年预算执行数增加%d%%。|".formatted(i, i, 3 + i));
    }
    return text + "专项7：2024年度预算5万元，比" + last + "年预算执行数增加20%。";
  }

  private static String total(Pen pen, String total) {
    return pen.say(
        Topic.STATE_ASSETS, "全区政府性基金收入1500万元。加上上级补助900万元、上年余额100万元，收入总量为" + total + "万元。");
  }

  private static String line(Pen pen, String table, String label, int column) {
    String changed = pen.add(pen.row(table, label), column, pen.off(table));
    return changed + " " + String.join(" ", pen.row(table, ".*总计"));
  }

  private static String leaf(Pen pen) {
    String[] codes = {"2012601", "2080505", "2101101", "2210201"};
    List<String> row = pen.row("部门收入总表", codes[pen.random().nextInt(codes.length)]);
    BigDecimal by = pen.off("部门收入总表").abs();
    pen.add(row, 2, by);
    pen.add(row, 3, by);
    return String.join(" ", row)
        + String.join(" ", pen.row("部门收入总表", row.getFirst().substring(0, 5)));
  }

  private static String column(Pen pen, String title, int... columns) {
    BigDecimal by = pen.off(title).abs();
    String words = "";
    for (String label : LADDER) {
      for (int column : columns) {
        words = pen.add(pen.row(title, label), column, by);
      }
    }
    return words;
  }

  private static String three(Pen pen) {
    List<List<String>> rows = pen.document().piece("预算表").rows();
    if (rows.size() == 1) {
      throw new Pen.NoPlace();
    }
    return pen.add(rows.get(2), 1, pen.off("预算表").abs()) + String.join(" ", rows.getFirst());
  }
}
