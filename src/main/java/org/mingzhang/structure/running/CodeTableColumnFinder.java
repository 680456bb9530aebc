package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Finds the amount columns of a table with classification codes in running text. There the lines of
 * wrapped, centered titles are interleaved (对附属单位补 … 助支出); since the prescribed forms fix the
 * titles and their order, a title broken in this way is completed, and the titles of revenue are
 * put in the prescribed order.
 */
final class CodeTableColumnFinder {
  private static final PatternTable PATTERNS = PatternTable.beside(CodeTableColumnFinder.class);
  private static final Pattern COLUMN = PATTERNS.get("column");
  private static final List<String> ORDER =
      List.of("本年收入合计", "合计", "小计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入");
  private static final Pattern NUMBERS = PATTERNS.get("numbers");

  private static final Pattern GROUPS = PATTERNS.get("groups");

  private CodeTableColumnFinder() {}

  /** Finds the columns; empty if the header is not that of a table with classification codes. */
  static List<String> findColumns(String header) {
    if (!header.contains("科目名称") || !header.replace("科目编码", "").matches(".*(?:编码|科目).*")) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(GROUPS.matcher(header).replaceAll(" "));
    while (column.find()) {
      columns.add(column.group());
    }
    boolean known = columns.stream().distinct().count() == columns.size();
    boolean other = columns.stream().anyMatch(c -> c.startsWith("结") || c.matches("本年(?:收入|支出)"));
    if (!known || other) {
      return List.of();
    }
    addTitleBrokenAroundOthers(header, columns);
    Matcher numbers = NUMBERS.matcher(header);
    boolean counted = !numbers.find() || numbers.group(1).endsWith(String.valueOf(columns.size()));
    return counted ? List.copyOf(columns) : List.of();
  }

  /**
   * Adds the title that was broken around others, and puts the titles of revenue in their
   * prescribed order.
   */
  private static void addTitleBrokenAroundOthers(String header, List<String> columns) {
    boolean spent = columns.contains("上缴上级支出") && columns.contains("经营支出");
    if (spent && header.contains("对附属单位") && !columns.contains("对附属单位补助支出")) {
      columns.add("对附属单位补助支出");
    }
    if (columns.contains("财政拨款收入")) {
      if (header.contains("附属单位") && !columns.contains("附属单位上缴收入")) {
        columns.add("附属单位上缴收入");
      }
      columns.sort((a, b) -> Integer.compare(ORDER.indexOf(a), ORDER.indexOf(b)));
    }
  }
}
