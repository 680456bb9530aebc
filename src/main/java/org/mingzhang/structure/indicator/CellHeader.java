package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a form that was copied as text with one cell a line. A header of two rows comes
 * with its upper row first (绩效指标, 年度指标值, 实际完成值, 分值) and the levels after it; its columns stand in
 * the order of the lower row, then those of the upper row that have nothing below them.
 *
 * @param lines number of lines it takes
 * @param columns the columns from left to right
 */
public record CellHeader(int lines, List<Column> columns) {
  private static final int FEWEST = 4;
  private static final int MOST_LINES = 3;

  /** More titles than any form has: what goes on and on is a list of headings. */
  private static final int MOST_COLUMNS = 60;

  /** How the second line of a broken title begins or ends. */
  private static final Pattern END =
      Pattern.compile(
          "(?:[及和与、]|分析|原因|改进).{0,12}|[（(].{1,8}[）)]|.{0,6}措施|[值施况果因向分位析目](?:[（(].{1,8}[）)])?");

  /** Titles of groups of columns, and of the lowest row below a level. */
  private static final Pattern GROUP =
      Pattern.compile("评价指标|评价标准|评价|名称|指标(?:层级|体系|级别)|目标[与及和]实际.{0,4}|分值[/及和]得分|近.年(?:指标|实际|完成)*值");

  /** In forms that set a value for half a year as well. */
  private static final Pattern WHOLE_YEAR = Pattern.compile("全年(?:[（(]程[）)])?");

  /**
   * A column.
   *
   * @param title its title as printed, after that of the group where it says little alone
   * @param role what it holds, or null for what is not read
   * @param width width of the first line of a title that is broken over lines, in Chinese
   *     characters, which is about that of the column; 0 where the title stands on one
   */
  public record Column(String title, @Nullable IndicatorRole role, double width) {
    Column(String title, @Nullable IndicatorRole role) {
      this(title, role, 0);
    }
  }

  /** Reads the header that starts at a line, or null where none does. */
  public static @Nullable CellHeader at(List<FlowLine> lines, int from) {
    List<Column> all = new ArrayList<>();
    int at = from;
    for (int n = titleLines(lines, at); n > 0; n = titleLines(lines, at)) {
      Column column = columnOf(joined(lines, at, n));
      double width = n > 1 ? FlowLine.width(lines.get(at).tight()) : 0;
      all.add(new Column(column.title(), column.role(), width));
      at += n;
      if (all.size() > MOST_COLUMNS || !begins(all)) {
        return null;
      }
    }
    if (all.size() < FEWEST) {
      return null;
    }
    List<Column> columns = HeaderOrder.of(all);
    return complete(columns) ? new CellHeader(at - from, columns) : null;
  }

  /** Whether a word can be the first of a header, or the first part of it. */
  static boolean opens(String word) {
    return column(word) || word.matches("一级|[一二三]级指|单位|项目|序号");
  }

  /** Number of lines over which the title that starts at a line is broken; 0 where none does. */
  private static int titleLines(List<FlowLine> lines, int at) {
    for (int n = 1; n <= MOST_LINES && at + n <= lines.size(); n++) {
      if (column(joined(lines, at, n))) {
        boolean more = n < MOST_LINES && at + n < lines.size();
        return more && (goesOn(lines, at, n) || firstHalf(lines, at, n)) ? n + 1 : n;
      }
    }
    return 0;
  }

  /** Whether the next line is no title of its own, but the end of this one: 及改进措施. */
  private static boolean goesOn(List<FlowLine> lines, int at, int n) {
    String next = joined(lines, at + n, 1);
    return !column(next)
        && END.matcher(next).matches()
        && column(joined(lines, at, n) + next)
        && (next.length() == 1
            || !column(joined(lines, at + n, Math.min(2, lines.size() - at - n))));
  }

  /** 预期 above 指标值, and 一级 above 指标, is the first half of a title, though it may be a whole one. */
  private static boolean firstHalf(List<FlowLine> lines, int at, int n) {
    String title = joined(lines, at, n);
    IndicatorRole role = columnOf(title).role();
    return title.length() == 2
        && (role == IndicatorRole.TARGET
            || role == IndicatorRole.ACTUAL
            || (role == IndicatorRole.LEVEL1 && joined(lines, at + n, 1).equals("指标")))
        && columnOf(joined(lines, at, n + 1)).role() == role;
  }

  private static String joined(List<FlowLine> lines, int at, int n) {
    StringBuilder text = new StringBuilder();
    lines.subList(at, at + n).forEach(line -> text.append(line.tight()));
    return text.toString();
  }

  /** Whether a text is the title of a column, of a group of columns or of the block of rows. */
  public static boolean isTitle(String text) {
    return column(text);
  }

  private static boolean column(String title) {
    return columnOf(title).role() != null
        || OtherColumns.is(title)
        || HeaderOrder.label(title)
        || GROUP.matcher(title).matches();
  }

  private static Column columnOf(String title) {
    String whole =
        title.equals("优") ? "评价标准优" : WHOLE_YEAR.matcher(title).matches() ? "全年指标值" : title;
    return new Column(whole, IndicatorRole.of(whole));
  }

  /** Whether the first title is a level, the name, the project or the label left of them. */
  private static boolean begins(List<Column> all) {
    String first = all.getFirst().title();
    IndicatorRole role = all.getFirst().role();
    return HeaderOrder.label(first)
        || GROUP.matcher(first).matches()
        || OtherColumns.lead(first)
        || role == IndicatorRole.PROJECT
        || role == IndicatorRole.GOAL
        || (role != null && role.level());
  }

  private static boolean complete(List<Column> columns) {
    Set<IndicatorRole> roles = EnumSet.noneOf(IndicatorRole.class);
    columns.stream().map(Column::role).forEach(role -> add(roles, role));
    boolean valued =
        roles.contains(IndicatorRole.TARGET)
            || roles.contains(IndicatorRole.ADJUSTED)
            || roles.contains(IndicatorRole.ACTUAL)
            || roles.contains(IndicatorRole.SCORE);
    return valued && roles.contains(IndicatorRole.LEVEL3);
  }

  private static void add(Set<IndicatorRole> roles, @Nullable IndicatorRole role) {
    if (role != null) {
      roles.add(role);
    }
  }
}
