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

  /** Columns that no reader of indicators needs, and those that divide a reason. */
  private static final Pattern OTHER =
      Pattern.compile(
          "完成程度|完成率|(?:是否)?核心指标|(?:指标)?得分系数.*|调整(?:后)?(?:指标|目标)值|(?:经费|制度|人员|硬件条件)保障|其他|评分标准|计算(?:公式|方法)|数据来源|序号|是否核心指标");

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
    while (at < lines.size()) {
      FlowLine line = lines.get(at);
      Column column = line.words().size() == 1 ? column(line.tight()) : null;
      if (column == null) {
        break;
      }
      all.add(column);
      at++;
    }
    if (all.size() < FEWEST || !begins(all)) {
      return null;
    }
    List<Column> columns = ordered(all);
    return complete(columns) ? new CellHeader(at - from, columns) : null;
  }

  private static @Nullable Column column(String title) {
    IndicatorRole role = IndicatorRole.of(title);
    return role != null || OTHER.matcher(title).matches() ? new Column(title, role) : null;
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
      if (!reason && (column.role() == null || seen.add(column.role()))) {
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
