package org.mingzhang.passes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * Documents of which one thing alone is as long as asked: a paragraph, a section, a table, the
 * number of headings or of contradictions. Each maps a size to a document.
 */
final class Dimensions {
  private static final String[] ACCOUNT = {"科目编码", "科目名称", "合计", "基本支出", "项目支出"};
  private static final String[] FORM = {"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "原因"};

  private final Map<String, IntFunction<Extraction>> all = new LinkedHashMap<>();

  private Dimensions() {}

  static Map<String, IntFunction<Extraction>> all() {
    Dimensions dimensions = new Dimensions();
    dimensions.paragraphs();
    dimensions.sections();
    dimensions.headings();
    dimensions.tables();
    dimensions.pages();
    dimensions.findings();
    return dimensions.all;
  }

  /** One paragraph without a full stop, of so many characters. */
  private void paragraphs() {
    paragraph("prose", i -> "推进全市样例工作落实加强队伍建设提高服务水平");
    paragraph("clauses", i -> "推进样例工作落实，加强队伍建设，提高服务水平，");
    paragraph(
        "amounts",
        i -> "样例支出" + i + ".50万元，占" + i % 100 + ".5%，比上年增加" + i + ".20万元，增长" + i % 90 + ".1%，");
    paragraph("parts", i -> "样例支出" + i + ".50万元，其中：基本支出" + i + ".5万元、项目支出2.2万元；");
    paragraph("lists", i -> "支出合计" + i + ".50万元，其中基本支出1.5万元，项目支出" + i + ".00万元，");
    paragraph("items", i -> i + ".样例服务（类）样例事务（款）样例项（项）支出决算" + i + ".50万元，年初预算5.0万元，");
    paragraph("changes", i -> "增加5万元，增长5%");
    paragraph("rates", i -> "5%");
    paragraph("years", i -> "2024年度比2023年度");
    alone("years", i -> "2024年度支出合计" + i + ".45万元，比2023年度增加1.00万元，");
    alone("agencies", i -> "示例市样本局" + i + "，");
    paragraph("separators", i -> "1,");
    paragraph("vehicles", i -> "公务用车购置1辆，公务用车运行维护费3万元，公务接待费5万元，接待20批次，");
    paragraph("brackets", i -> "（样例");
    paragraph("blanks", i -> "为 万元，");
    paragraph("sentences", i -> "样例支出" + i + ".50万元，占5.5%，比上年增加" + i + ".20万元，原因是人员增加。");
  }

  private void paragraph(String name, IntFunction<String> unit) {
    all.put(
        "a paragraph of " + name,
        size -> document(List.of(TextBlock.paragraph(2, repeated(unit, size)))));
  }

  /** The same without a title, whose agency and year would spare the look at the sentences. */
  private void alone(String name, IntFunction<String> unit) {
    all.put(
        "nothing but a paragraph of " + name,
        size -> extraction(List.of(TextBlock.paragraph(1, repeated(unit, size)))));
  }

  private static String repeated(IntFunction<String> unit, int size) {
    StringBuilder text = new StringBuilder();
    int whole = 0;
    for (int i = 1; text.length() <= size; i++) {
      whole = text.length();
      text.append(unit.apply(i));
    }
    return text.substring(0, whole);
  }

  /** One section of so many lines or paragraphs. */
  private void sections() {
    blocks("lines", 20, i -> line(i, "推进样例工作落实加强队伍建设提高服务水平第" + i + "项工作任务按期完成"));
    blocks(
        "paragraphs",
        40,
        i ->
            TextBlock.paragraph(
                3 + i / 40, "样例支出" + i + ".50万元，占5.5%，比上年增加" + i + ".20万元，原因是人员增加。"));
    blocks("numbers", 20, i -> line(i, "" + i));
    blocks("rows as lines", 20, i -> line(i, i + "\t样例事务" + i + "\t12.50\t10.00\t2.50"));
    blocks("open lists", 4, i -> TextBlock.paragraph(3 + i / 40, "其中："));
  }

  /** So many headings. */
  private void headings() {
    blocks("flat headings", 10, i -> line(i, i + ".样例情况说明"));
    blocks("equal headings", 10, i -> line(i, "一、样例情况说明"));
    blocks(
        "nested headings", 10, i -> line(i, new String[] {"一、", "（一）", "1.", "（1）"}[i % 4] + "样例"));
    blocks("deep headings", 20, i -> declared(i, i));
    blocks("declared headings", 20, i -> declared(i, 1 + i % 6));
    blocks("captions", 20, i -> line(i, "表" + i + " 支出决算表"));
  }

  /** A table of so many rows, columns or characters, and so many tables. */
  private void tables() {
    table("rows", size -> table(2, size / 8, 5, (r, c) -> account(r, c)));
    table("columns", size -> table(2, 20, size / 100, (r, c) -> account(r, c)));
    table(
        "characters in a cell",
        size -> table(2, 9, 5, (r, c) -> cell(r, c, "样例".repeat(size / 2))));
    table(
        "amounts in a cell", size -> table(2, 9, 5, (r, c) -> cell(r, c, "5万元，".repeat(size / 4))));
    table("empty rows", size -> table(2, size / 25, 5, (r, c) -> r == 0 ? ACCOUNT[c] : ""));
    table("equal rows", size -> table(2, size / 25, 5, (r, c) -> r == 0 ? ACCOUNT[c] : "10.00"));
    table("indicators", size -> table(2, size / 40, 8, (r, c) -> form(r, c)));
    blocks(
        "tables", 60, i -> i % 2 == 0 ? table(3 + i, 3, 5, (r, c) -> account(r, c)) : line(i, "表"));
  }

  /** A table that goes on over so many pages. */
  private void pages() {
    blocks(
        "pages of one table",
        60,
        i -> table(2 + i, 3, 5, (r, c) -> i == 1 ? account(r, c) : account(3 * i + r, c)));
  }

  private void table(String name, IntFunction<TableBlock> table) {
    all.put("a table of " + name, size -> document(List.of(table.apply(size))));
  }

  /** So many sentences that contradict themselves. */
  private void findings() {
    blocks(
        "contradictions",
        4,
        i -> TextBlock.paragraph(3 + i / 40, "支出决算为" + i + ".00万元，年初预算为100.00万元，完成年初预算的5000.1%。"));
  }

  private void blocks(String name, int characters, IntFunction<Block> block) {
    all.put(
        "a document of " + name,
        size -> {
          List<Block> blocks = new ArrayList<>();
          for (int i = 1; i <= size / characters; i++) {
            blocks.add(block.apply(i));
          }
          return document(blocks);
        });
  }

  private static Block line(int index, String text) {
    return TextBlock.line(3 + index / 40, text);
  }

  private static Block declared(int index, int level) {
    TextBlock.Kind kind = TextBlock.Kind.PARAGRAPH;
    return new TextBlock(3 + index / 40, "样例情况说明" + index, kind, level, false, null);
  }

  private static String account(int row, int column) {
    return row == 0
        ? (column < 5 ? ACCOUNT[column] : "栏次" + column)
        : column == 0
            ? String.valueOf(2010100 + row)
            : column == 1 ? "样例事务" + row : row + column + ".00";
  }

  private static String cell(int row, int column, String text) {
    return row == 3 && column == 1 ? text : account(row, column);
  }

  private static String form(int row, int column) {
    return row == 0
        ? FORM[column]
        : new String[] {"产出指标", "数量指标", "完成样例" + row + "项", "≥5个", "5个", "10", "9", "无"}[column];
  }

  private static TableBlock table(
      int page, int rows, int columns, BiFunction<Integer, Integer, String> text) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        cells.add(new TableBlock.Cell(r, c, 1, 1, text.apply(r, c)));
      }
    }
    return new TableBlock(page, rows, columns, cells);
  }

  private static Extraction document(List<Block> part) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(TextBlock.line(1, "示例省样本市样例局2024年度部门决算"));
    blocks.add(TextBlock.line(1, "第一部分 部门概况"));
    blocks.add(TextBlock.line(1, "一、主要职责"));
    blocks.add(TextBlock.paragraph(1, "样例局负责全市样例工作的组织、指导和检查。"));
    blocks.add(TextBlock.line(2, "第二部分 2024年度部门决算情况说明"));
    blocks.add(TextBlock.line(2, "一、支出决算情况说明"));
    blocks.addAll(part);
    return extraction(blocks);
  }

  private static Extraction extraction(List<Block> blocks) {
    SourceDocument source =
        new SourceDocument("样例.txt", "0".repeat(64), "text/plain", 1, 1_000, null);
    return new Extraction(source, blocks, Map.of(), List.of());
  }
}
