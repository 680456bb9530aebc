package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.ofChange;
import static org.mingzhang.audit.invented.PlantedError.ofSentence;

import java.math.BigDecimal;
import java.util.List;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Topic;

/** Errors in budgets, their tables in 元 or 万元. */
final class BudgetErrors {
  private static final Genre BUDGET = Genre.BUDGET;
  private static final List<String> ROWS_FROM_ITEM_TO_TOTAL =
      List.of("2012604", "20126", "201", "合计");

  private BudgetErrors() {}

  static List<PlantedError> all() {
    return List.of(
        ofChange(
                "coded-items",
                BUDGET,
                p -> p.falsifyAmount("GENERAL_.*", "([\\d.]+)万元，(?:具体|主要支出)[^。]*：$"))
            .withOtherRules("text-against-table"),
        ofChange(
            "change-amount",
            BUDGET,
            p -> p.falsifyAmount("GENERAL_.*", "安排[\\d.]+万元，(?:增加|减少)([\\d.]+)万元。")),
        ofChange("change-rate", BUDGET, p -> p.raiseRate(".*", "(?:增长|上升|下降|降低)([\\d.]+)%")),
        ofChange(
            "share", BUDGET, p -> p.raiseRate("INCOME|EXPENDITURE", "占[^，。；\\d]{0,9}([\\d.]+)%")),
        ofChange("parts", BUDGET, p -> p.falsifyAmount("PROCUREMENT", "(?:货物|工程|服务)预算([\\d.]+)万元")),
        ofChange("side-totals", BUDGET, p -> changeLine(p, "部门收支总表", "八、社会保障.*", 3)),
        ofChange("side-totals", BUDGET, p -> changeLine(p, "部门收支总表", "三、其他收入", 1)),
        ofChange("code-roll-up", BUDGET, BudgetErrors::changeItemRow),
        ofChange("row-totals", BUDGET, p -> changeColumn(p, "部门收入总表", 3)),
        ofChange("row-totals", BUDGET, p -> changeColumn(p, "部门支出总表", 4))
            .withOtherRules("text-against-table"),
        ofChange("table-against-table", BUDGET, p -> changeColumn(p, "部门收入总表", 2, 3))
            .withOtherRules("text-against-table"),
        ofChange("three-public-table", BUDGET, BudgetErrors::changeThreePublic),
        ofChange(
            "economic-list",
            BUDGET,
            p -> p.changeRandomMatch("BASIC_.*", "主要包括：?(办公费)、", (r, all) -> "印刷费")),
        ofChange(
            "vehicle-count",
            BUDGET,
            p -> p.changeRandomMatch("STATE_ASSETS", "共有车辆(\\d)辆，其中", (r, all) -> r + "1")),
        ofChange(
            "unit-slip",
            BUDGET,
            p -> p.changeRandomMatch("TOTALS|FISCAL_.*", "(?:增加|减少)[\\d.]+(万元)，", (r, all) -> "元")),
        ofChange(
                "another-year",
                BUDGET,
                p -> p.changeRandomMatch(".*", "[与比较](2023)年预算(?:相比|增加|减少)", (r, all) -> "2024"))
            .withOtherRules("year-of-amounts"),
        ofSentence("year-of-plan", BUDGET, p -> writePlan(p, "2024"), p -> writePlan(p, "2022")),
        ofSentence(
            "year-of-items",
            BUDGET,
            p -> p.insertParagraphs(Topic.PERFORMANCE, composeItems("2023")),
            p -> p.insertParagraphs(Topic.PERFORMANCE, composeItems("2022"))),
        ofSentence("report-totals", BUDGET, p -> writeTotal(p, "2500"), p -> writeTotal(p, "2400")),
        ofChange(
            "empty-table-note",
            BUDGET,
            p -> {
              TestDocument.SectionContent piece = p.document().findSection("政府性基金");
              piece.rows().getFirst().set(2, "12.00");
              return piece.paragraphs().getFirst();
            }));
  }

  private static String writePlan(DocumentEditor editor, String year) {
    String text = "总投资为900.00万元。" + year + "年安排建设资金50.00万元。";
    editor.document().section(Topic.PERFORMANCE, "年度预算安排", text);
    return text;
  }

  /** Items in the same words, of which the last compares with the given year. */
  private static String composeItems(String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      text.append("专项%d：2024年度预算1%d万元，比2023年预算执行数增加%d%%。|".formatted(i, i, 3 + i));
    }
    return text + "专项7：2024年度预算5万元，比" + last + "年预算执行数增加20%。";
  }

  private static String writeTotal(DocumentEditor editor, String total) {
    return editor.insertParagraphs(
        Topic.STATE_ASSETS, "全区政府性基金收入1500万元。加上上级补助900万元、上年余额100万元，收入总量为" + total + "万元。");
  }

  private static String changeLine(DocumentEditor editor, String table, String label, int column) {
    String changed =
        editor.addToCell(editor.findRow(table, label), column, editor.randomCellError(table));
    return changed + " " + String.join(" ", editor.findRow(table, ".*总计"));
  }

  private static String changeItemRow(DocumentEditor editor) {
    String[] codes = {"2012601", "2080505", "2101101", "2210201"};
    List<String> row = editor.findRow("部门收入总表", codes[editor.random().nextInt(codes.length)]);
    BigDecimal by = editor.randomCellError("部门收入总表").abs();
    editor.addToCell(row, 2, by);
    editor.addToCell(row, 3, by);
    return String.join(" ", row)
        + String.join(" ", editor.findRow("部门收入总表", row.getFirst().substring(0, 5)));
  }

  private static String changeColumn(DocumentEditor editor, String title, int... columns) {
    BigDecimal by = editor.randomCellError(title).abs();
    String words = "";
    for (String label : ROWS_FROM_ITEM_TO_TOTAL) {
      for (int column : columns) {
        words = editor.addToCell(editor.findRow(title, label), column, by);
      }
    }
    return words;
  }

  private static String changeThreePublic(DocumentEditor editor) {
    List<List<String>> rows = editor.document().findSection("预算表").rows();
    if (rows.size() == 1) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    return editor.addToCell(rows.get(2), 1, editor.randomCellError("预算表").abs())
        + String.join(" ", rows.getFirst());
  }
}
