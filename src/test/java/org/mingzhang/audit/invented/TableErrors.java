package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.both;
import static org.mingzhang.audit.invented.PlantedError.change;

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
  private static final List<String> LADDER = List.of("合计", "201", "20126", "2012604");

  private TableErrors() {}

  static List<PlantedError> all() {
    return List.of(
        change("side-totals", Genre.ACCOUNT, TableErrors::line)
            .with("text-against-table", "table-against-table"),
        change("side-totals", Genre.ACCOUNT, TableErrors::fiscalLine),
        change("row-totals", Genre.ACCOUNT, TableErrors::fiscalCell),
        change("code-roll-up", Genre.ACCOUNT, TableErrors::leaf),
        change("row-totals", Genre.ACCOUNT, p -> column(p, "收入决算表", 3)),
        change("table-against-table", Genre.ACCOUNT, p -> column(p, "收入决算表", 2, 3)),
        change("staff-and-office", Genre.ACCOUNT, TableErrors::staff),
        change("economic-list", Genre.ACCOUNT, TableErrors::listed),
        change("item-against-table", Genre.ACCOUNT, TableErrors::item).with("class-items"),
        change(
            "item-name",
            Genre.ACCOUNT,
            p -> {
              p.change("GENERAL_.*", "档案事务（款）(档案馆)（项）", (r, all) -> "博物馆");
              return p.paragraph();
            }),
        change(
            "item-path",
            Genre.ACCOUNT,
            p -> {
              p.change("GENERAL_.*", "(卫生健康)支出（类）行政事业单位医疗（款）", (r, all) -> "社会保障和就业");
              return p.paragraph();
            }),
        change("class-rows", Genre.ACCOUNT, TableErrors::classes),
        change("three-public-items", Genre.ACCOUNT, TableErrors::reception),
        both(
            "purpose-against-table",
            Genre.ACCOUNT,
            p -> purpose(p, "基本支出"),
            p -> purpose(p, "项目支出")),
        change("empty-table-note", Genre.ACCOUNT, TableErrors::filled),
        change("account-tables", Genre.ACCOUNT, TableErrors::missing),
        change("account-tables", Genre.ACCOUNT, TableErrors::unexplained));
  }

  private static String line(Pen pen) {
    int side = pen.random().nextInt(2);
    String[] labels = {"一、一般公共预算.*", "八、其他收入", "八、社会保障.*", "九、卫生.*", "本年.*合计", "总计"};
    int which = pen.random().nextInt(labels.length);
    int column = which < 2 ? 2 : which < 4 ? 5 : 2 + 3 * side;
    String changed = pen.add(pen.row("收入支出决算总表", labels[which]), column, pen.off("收入支出决算总表"));
    boolean total = labels[which].equals("总计");
    return changed + " " + String.join(" ", pen.row("收入支出决算总表", total ? "总计" : "本年.*合计"));
  }

  private static String fiscalLine(Pen pen) {
    String title = "财政拨款收入支出决算总表";
    String line = pen.add(pen.row(title, "一、一般公共预算财政拨款"), 1, pen.off(title));
    return line + " " + String.join(" ", pen.row(title, "本年收入合计"));
  }

  /** The total of a line is told at the line, where it differs from its own columns. */
  private static String fiscalCell(Pen pen) {
    String title = "财政拨款收入支出决算总表";
    return pen.add(pen.row(title, "[一八九].*、.*支出"), 3, pen.off(title));
  }

  /** More official reception than the three public expenses hold; all sums are right. */
  private static String reception(Pen pen) {
    BigDecimal by = pen.off(BASIC).abs().movePointRight(1);
    List<String> row = pen.row(BASIC, "30211");
    row.set(3, "30217");
    row.set(4, "公务接待费");
    pen.add(pen.row(BASIC, "30201"), 5, by.negate());
    return pen.add(row, 5, by);
  }

  /** A part of one class that is put to another: all sums are right. */
  private static String classes(Pen pen) {
    String title = "财政拨款收入支出决算总表";
    BigDecimal by = pen.off(title).abs();
    String words = "";
    for (int column = 3; column <= 4; column++) {
      words = pen.add(pen.row(title, "八、社会保障.*"), column, by);
      pen.add(pen.row(title, "一、一般公共服务支出"), column, by.negate());
    }
    return words;
  }

  /** An item's amount in a table, its row consistent in itself. */
  private static String leaf(Pen pen) {
    String[] titles = {"收入决算表", GENERAL};
    String title = titles[pen.random().nextInt(titles.length)];
    String[] codes = {"2012601", "2080505", "2101101", "2210201"};
    List<String> row = pen.row(title, codes[pen.random().nextInt(codes.length)]);
    BigDecimal by = pen.off(title).abs();
    pen.add(row, 2, by);
    return pen.add(row, 3, by);
  }

  /** One or more columns of an item and of all that it is part of. */
  private static String column(Pen pen, String title, int... columns) {
    BigDecimal by = pen.off(title).abs();
    String words = "";
    for (String label : LADDER.reversed()) {
      for (int column : columns) {
        words = pen.add(pen.row(title, label), column, by);
      }
    }
    return words;
  }

  private static String staff(Pen pen) {
    BigDecimal by = pen.off(BASIC).abs();
    boolean left = pen.random().nextBoolean();
    int column = left ? 2 : 5;
    pen.add(pen.row(BASIC, left ? "30102" : "30201"), column, by);
    String item = pen.add(pen.row(BASIC, left ? "301" : "302"), column, by);
    return item + " " + String.join(" ", pen.row(BASIC, left ? "人员经费合计" : "公用经费合计"));
  }

  private static String listed(Pen pen) {
    return pen.change("BASIC_.*", "主要包括：?(办公费)、", (r, all) -> "办公费、印刷费");
  }

  /** An item's amount, its budget changed in the same proportion, is not that of the table. */
  private static String item(Pen pen) {
    return pen.change(
        "GENERAL_.*",
        "^(\\d\\..*（项）.*)$",
        (r, all) -> {
          Matcher result = Pattern.compile("决算数?为? ?([\\d.]+) ?万元").matcher(r);
          Matcher budget = Pattern.compile("年初预算数?为? ?([\\d.]+) ?万元").matcher(r);
          if (!result.find() || !budget.find()) {
            throw new Pen.NoPlace();
          }
          BigDecimal right = new BigDecimal(result.group(1));
          BigDecimal wrong = right.add(pen.some(5, 30));
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

  private static String purpose(Pen pen, String kind) {
    return pen.change("GENERAL_.*", "行政运行（项）([。：]?)", (r, all) -> "。主要用于：机关" + kind + "。");
  }

  private static String filled(Pen pen) {
    String[] titles = {"政府性基金预算", "国有资本经营预算"};
    TestDocument.Piece piece = pen.document().piece(titles[pen.random().nextInt(2)]);
    List<String> row = piece.rows().getFirst();
    row.set(2, "12.00");
    row.set(4, "12.00");
    return piece.paragraphs().getFirst();
  }

  private static String missing(Pen pen) {
    List<TestDocument.Piece> tables =
        pen.document().pieces().stream().filter(TestDocument.Piece::isTable).toList();
    pen.document().pieces().remove(tables.get(pen.random().nextInt(tables.size())));
    return "";
  }

  private static String unexplained(Pen pen) {
    String[] titles = {"政府性基金预算", "国有资本经营预算"};
    TestDocument.Piece piece = pen.document().piece(titles[pen.random().nextInt(2)]);
    piece.paragraphs().clear();
    return piece.title();
  }
}
