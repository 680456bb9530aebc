package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.ofChange;
import static org.mingzhang.audit.invented.PlantedError.ofSentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.TestDocument;

/** Errors in the tables of final accounts, and in sentences that repeat them. */
final class TableErrors {
  private static final String GENERAL = "一般公共预算财政拨款支出决算表";
  private static final String BASIC = "一般公共预算财政拨款基本支出决算表";
  private static final List<String> ROWS_FROM_TOTAL_TO_ITEM =
      List.of("合计", "201", "20126", "2012604");

  private TableErrors() {}

  static List<PlantedError> all() {
    return List.of(
        ofChange("side-totals", Genre.ACCOUNT, TableErrors::changeLine)
            .withOtherRules("text-against-table", "table-against-table"),
        ofChange("side-totals", Genre.ACCOUNT, TableErrors::changeAppropriationLine),
        ofChange("row-totals", Genre.ACCOUNT, TableErrors::changeAppropriationCell),
        ofChange("code-roll-up", Genre.ACCOUNT, TableErrors::changeItemRow),
        ofChange("row-totals", Genre.ACCOUNT, p -> changeColumn(p, "收入决算表", 3)),
        ofChange("table-against-table", Genre.ACCOUNT, p -> changeColumn(p, "收入决算表", 2, 3)),
        ofChange("staff-and-office", Genre.ACCOUNT, TableErrors::changeStaffCosts),
        ofChange("economic-list", Genre.ACCOUNT, TableErrors::changeListedItem),
        ofChange("item-against-table", Genre.ACCOUNT, TableErrors::changeItemSentence)
            .withOtherRules("class-items"),
        ofChange(
            "item-name",
            Genre.ACCOUNT,
            p -> {
              p.changeRandomMatch("GENERAL_.*", "档案事务（款）(档案馆)（项）", (r, all) -> "博物馆");
              return p.changedParagraph();
            }),
        ofChange(
            "item-path",
            Genre.ACCOUNT,
            p -> {
              p.changeRandomMatch("GENERAL_.*", "(卫生健康)支出（类）行政事业单位医疗（款）", (r, all) -> "社会保障和就业");
              return p.changedParagraph();
            }),
        ofChange("class-rows", Genre.ACCOUNT, TableErrors::moveBetweenClasses),
        ofChange("three-public-items", Genre.ACCOUNT, TableErrors::raiseReception),
        ofSentence(
            "purpose-against-table",
            Genre.ACCOUNT,
            p -> changePurpose(p, "基本支出"),
            p -> changePurpose(p, "项目支出")),
        ofChange("empty-table-note", Genre.ACCOUNT, TableErrors::fillEmptyTable),
        ofChange("account-tables", Genre.ACCOUNT, TableErrors::removeTable),
        ofChange("account-tables", Genre.ACCOUNT, TableErrors::removeExplanation));
  }

  private static String changeLine(DocumentEditor editor) {
    int side = editor.random().nextInt(2);
    String[] labels = {"一、一般公共预算.*", "八、其他收入", "八、社会保障.*", "九、卫生.*", "本年.*合计", "总计"};
    int which = editor.random().nextInt(labels.length);
    int column = which < 2 ? 2 : which < 4 ? 5 : 2 + 3 * side;
    String changed =
        editor.addToCell(
            editor.findRow("收入支出决算总表", labels[which]), column, editor.randomCellError("收入支出决算总表"));
    boolean total = labels[which].equals("总计");
    return changed + " " + String.join(" ", editor.findRow("收入支出决算总表", total ? "总计" : "本年.*合计"));
  }

  private static String changeAppropriationLine(DocumentEditor editor) {
    String title = "财政拨款收入支出决算总表";
    String line =
        editor.addToCell(editor.findRow(title, "一、一般公共预算财政拨款"), 1, editor.randomCellError(title));
    return line + " " + String.join(" ", editor.findRow(title, "本年收入合计"));
  }

  /** The total of a line is told at the line, where it differs from its own columns. */
  private static String changeAppropriationCell(DocumentEditor editor) {
    String title = "财政拨款收入支出决算总表";
    return editor.addToCell(
        editor.findRow(title, "[一八九].*、.*支出"), 3, editor.randomCellError(title));
  }

  /**
   * Makes official reception in one table greater than in that of the three public expenses; all
   * sums stay right.
   */
  private static String raiseReception(DocumentEditor editor) {
    BigDecimal by = editor.randomCellError(BASIC).abs().movePointRight(1);
    List<String> row = editor.findRow(BASIC, "30211");
    row.set(3, "30217");
    row.set(4, "公务接待费");
    editor.addToCell(editor.findRow(BASIC, "30201"), 5, by.negate());
    return editor.addToCell(row, 5, by);
  }

  /** Moves a part of one class to another, so that all sums stay right. */
  private static String moveBetweenClasses(DocumentEditor editor) {
    String title = "财政拨款收入支出决算总表";
    BigDecimal by = editor.randomCellError(title).abs();
    String words = "";
    for (int column = 3; column <= 4; column++) {
      words = editor.addToCell(editor.findRow(title, "八、社会保障.*"), column, by);
      editor.addToCell(editor.findRow(title, "一、一般公共服务支出"), column, by.negate());
    }
    return words;
  }

  /** An item's amount in a table, its row consistent in itself. */
  private static String changeItemRow(DocumentEditor editor) {
    String[] titles = {"收入决算表", GENERAL};
    String title = titles[editor.random().nextInt(titles.length)];
    String[] codes = {"2012601", "2080505", "2101101", "2210201"};
    List<String> row = editor.findRow(title, codes[editor.random().nextInt(codes.length)]);
    BigDecimal by = editor.randomCellError(title).abs();
    editor.addToCell(row, 2, by);
    return editor.addToCell(row, 3, by);
  }

  /** One or more columns of an item and of all that it is part of. */
  private static String changeColumn(DocumentEditor editor, String title, int... columns) {
    BigDecimal by = editor.randomCellError(title).abs();
    String words = "";
    for (String label : ROWS_FROM_TOTAL_TO_ITEM.reversed()) {
      for (int column : columns) {
        words = editor.addToCell(editor.findRow(title, label), column, by);
      }
    }
    return words;
  }

  private static String changeStaffCosts(DocumentEditor editor) {
    BigDecimal by = editor.randomCellError(BASIC).abs();
    boolean left = editor.random().nextBoolean();
    int column = left ? 2 : 5;
    editor.addToCell(editor.findRow(BASIC, left ? "30102" : "30201"), column, by);
    String item = editor.addToCell(editor.findRow(BASIC, left ? "301" : "302"), column, by);
    return item + " " + String.join(" ", editor.findRow(BASIC, left ? "人员经费合计" : "公用经费合计"));
  }

  private static String changeListedItem(DocumentEditor editor) {
    return editor.changeRandomMatch("BASIC_.*", "主要包括：?(办公费)、", (r, all) -> "办公费、印刷费");
  }

  /** An item's amount, its budget changed in the same proportion, is not that of the table. */
  private static String changeItemSentence(DocumentEditor editor) {
    return editor.changeRandomMatch(
        "GENERAL_.*",
        "^(\\d\\..*（项）.*)$",
        (r, all) -> {
          Matcher result = Pattern.compile("决算数?为? ?([\\d.]+) ?万元").matcher(r);
          Matcher budget = Pattern.compile("年初预算数?为? ?([\\d.]+) ?万元").matcher(r);
          if (!result.find() || !budget.find()) {
            throw new DocumentEditor.NoMatchingPlaceException();
          }
          BigDecimal right = new BigDecimal(result.group(1));
          BigDecimal wrong = right.add(editor.randomAmount(5, 30));
          BigDecimal planned =
              new BigDecimal(budget.group(1))
                  .multiply(wrong)
                  .divide(right, 2, RoundingMode.HALF_UP);
          return r.replace(budget.group(1), "@")
              .replace(right.toPlainString(), wrong.toPlainString())
              .replace(
                  "@",
                  planned.compareTo(right) == 0 ? wrong.toPlainString() : planned.toPlainString());
        });
  }

  private static String changePurpose(DocumentEditor editor, String kind) {
    return editor.changeRandomMatch(
        "GENERAL_.*", "行政运行（项）([。：]?)", (r, all) -> "。主要用于：机关" + kind + "。");
  }

  private static String fillEmptyTable(DocumentEditor editor) {
    String[] titles = {"政府性基金预算", "国有资本经营预算"};
    TestDocument.SectionContent piece =
        editor.document().findSection(titles[editor.random().nextInt(2)]);
    List<String> row = piece.rows().getFirst();
    row.set(2, "12.00");
    row.set(4, "12.00");
    return piece.paragraphs().getFirst();
  }

  private static String removeTable(DocumentEditor editor) {
    List<TestDocument.SectionContent> tables =
        editor.document().sectionContents().stream()
            .filter(TestDocument.SectionContent::isTable)
            .toList();
    editor.document().sectionContents().remove(tables.get(editor.random().nextInt(tables.size())));
    return "";
  }

  private static String removeExplanation(DocumentEditor editor) {
    String[] titles = {"政府性基金预算", "国有资本经营预算"};
    TestDocument.SectionContent piece =
        editor.document().findSection(titles[editor.random().nextInt(2)]);
    piece.paragraphs().clear();
    return piece.title();
  }
}
