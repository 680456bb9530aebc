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
record CellHeader(int lines, List<Column> columns) {
  private static final int FEWEST = 4;
  private static final int MOST_LINES = 3;

  /** How the second line of a broken title begins or ends. */
  private static final Pattern END =
      Pattern.compile("(?:[及和与、]|分析|原因|改进).{0,12}|[（(].{1,8}[）)]|.{0,6}措施");

  /** Columns that no reader of indicators needs, and those that divide a reason. */
  private static final Pattern OTHER =
      Pattern.compile(
          "完成程度|完成率|(?:是否)?核心指标|(?:指标)?得分系数.*|调整(?:后)?(?:指标|目标)值|(?:经费|制度|人员|硬件条件)保障|其他|评分(?:标准|规则|办法)|指标(?:解释|说明|释义|定义)|计算(?:公式|方法)|数据来源|序号|是否核心指标");

  private static final Pattern LABEL = Pattern.compile("(?:年度|项目|当年)?绩效指标(?:完成情况)?");

  private static final Pattern PART_OF_REASON = Pattern.compile("(?:经费|制度|人员|硬件条件)保障|其他|改进措施|备注");

  /**
   * A column.
   *
   * @param title its title as printed
   * @param role what it holds, or null for what is not read
   */
  record Column(String title, @Nullable IndicatorRole role) {}

  /** Reads the header that starts at a line, or null where none does. */
  static @Nullable CellHeader at(List<FlowLine> lines, int from) {
    List<Column> all = new ArrayList<>();
    int at = from;
    for (int n = titleLines(lines, at); n > 0; n = titleLines(lines, at)) {
      all.add(columnOf(joined(lines, at, n)));
      at += n;
    }
    if (all.size() < FEWEST || !begins(all)) {
      return null;
    }
    List<Column> columns = ordered(all);
    return complete(columns) ? new CellHeader(at - from, columns) : null;
  }

  /** Number of lines over which the title that starts at a line is broken; 0 where none does. */
  private static int titleLines(List<FlowLine> lines, int at) {
    for (int n = 1; n <= MOST_LINES && at + n <= lines.size(); n++) {
      if (column(joined(lines, at, n))) {
        return n < MOST_LINES && at + n < lines.size() && goesOn(lines, at, n) ? n + 1 : n;
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
        && !column(joined(lines, at + n, Math.min(2, lines.size() - at - n)));
  }

  private static String joined(List<FlowLine> lines, int at, int n) {
    StringBuilder text = new StringBuilder();
    lines.subList(at, at + n).forEach(line -> text.append(line.tight()));
    return text.toString();
  }

  private static boolean column(String title) {
    return IndicatorRole.of(title) != null || OTHER.matcher(title).matches();
  }

  private static Column columnOf(String title) {
    return new Column(title, IndicatorRole.of(title));
  }

  /** Whether the first title is a level, the name or the label left of them. */
  private static boolean begins(List<Column> all) {
    String first = all.getFirst().title();
    IndicatorRole role = all.getFirst().role();
    return LABEL.matcher(first).matches()
        || role == IndicatorRole.LEVEL1
        || role == IndicatorRole.LEVEL3;
  }

  private static List<Column> ordered(List<Column> all) {
    List<Column> own = all.stream().filter(c -> !LABEL.matcher(c.title()).matches()).toList();
    int level = 0;
    while (level < own.size() && own.get(level).role() != IndicatorRole.LEVEL1) {
      level++;
    }
    boolean twoRows = level > 0 && level < own.size();
    List<Column> titles = new ArrayList<>(twoRows ? own.subList(level, own.size()) : own);
    titles.addAll(twoRows ? own.subList(0, level) : List.of());
    Set<IndicatorRole> seen = EnumSet.noneOf(IndicatorRole.class);
    List<Column> columns = new ArrayList<>();
    for (Column column : titles) {
      boolean reason =
          seen.contains(IndicatorRole.NOTE) && PART_OF_REASON.matcher(column.title()).matches();
      boolean ofLevel =
          column.role() == IndicatorRole.WEIGHT && !seen.contains(IndicatorRole.LEVEL3);
      if (ofLevel) {
        columns.add(new Column(column.title(), null));
      } else if (!reason && (column.role() == null || seen.add(column.role()))) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static boolean complete(List<Column> columns) {
    Set<IndicatorRole> roles = EnumSet.noneOf(IndicatorRole.class);
    columns.stream().map(Column::role).forEach(role -> add(roles, role));
    boolean valued = roles.contains(IndicatorRole.TARGET) || roles.contains(IndicatorRole.ACTUAL);
    return valued && roles.contains(IndicatorRole.LEVEL3);
  }

  private static void add(Set<IndicatorRole> roles, @Nullable IndicatorRole role) {
    if (role != null) {
      roles.add(role);
    }
  }
}
