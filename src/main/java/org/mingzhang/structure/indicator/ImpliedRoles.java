package org.mingzhang.structure.indicator;

import java.util.Map;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.indicator.IndicatorColumns.Span;

/**
 * Roles of columns that their titles leave open: told by the columns beside them or by the first
 * row below the header.
 */
final class ImpliedRoles {
  private ImpliedRoles() {}

  /** Adds them to a set of columns; {@code row} is the first one below the header. */
  static void add(Grid grid, int row, Map<IndicatorRole, Span> set) {
    if (row < grid.rows()) {
      levelsUnderName(grid, row, set);
      firstLevel(grid, row, set);
    }
    adjustedIsTarget(set);
    goalIsTarget(set);
  }

  /**
   * 类别 left of 类型, both called a kind of indicator, is the first level where 产出 stands below it.
   */
  private static void firstLevel(Grid grid, int row, Map<IndicatorRole, Span> set) {
    Span kind = set.get(IndicatorRole.LEVEL2);
    Span name = set.get(IndicatorRole.LEVEL3);
    boolean between =
        kind != null
            && name != null
            && kind.to() + 1 == name.from()
            && set.values().stream().noneMatch(s -> s.from() == kind.to());
    if (kind != null
        && between
        && !set.containsKey(IndicatorRole.LEVEL1)
        && LevelWords.first(grid.own(row, kind.from()))) {
      set.put(IndicatorRole.LEVEL1, kind);
      set.put(IndicatorRole.LEVEL2, new Span(kind.to(), kind.to() + 1));
    }
  }

  /** 绩效指标名称 above two or three columns heads the levels as well, as the first row below tells. */
  private static void levelsUnderName(Grid grid, int row, Map<IndicatorRole, Span> set) {
    Span name = set.get(IndicatorRole.LEVEL3);
    int width = name == null ? 0 : name.to() - name.from();
    boolean levels = set.containsKey(IndicatorRole.LEVEL1) || set.containsKey(IndicatorRole.LEVEL2);
    if (name == null || levels || width < 2 || width > 3) {
      return;
    }
    for (int c = name.from(); c < name.to(); c++) {
      if (grid.own(row, c).isEmpty() || IndicatorColumns.next(grid, row, c) != c + 1) {
        return;
      }
    }
    boolean first = LevelWords.first(grid.own(row, name.from()));
    if (!first && (width == 3 || !LevelWords.second(grid.own(row, name.from())))) {
      return;
    }
    set.put(
        first ? IndicatorRole.LEVEL1 : IndicatorRole.LEVEL2,
        new Span(name.from(), name.from() + 1));
    if (width == 3) {
      set.put(IndicatorRole.LEVEL2, new Span(name.from() + 1, name.from() + 2));
    }
    set.put(IndicatorRole.LEVEL3, new Span(name.to() - 1, name.to()));
  }

  /** 调整后目标值 with no initial one beside it holds the targets. */
  private static void adjustedIsTarget(Map<IndicatorRole, Span> set) {
    Span adjusted = set.get(IndicatorRole.ADJUSTED);
    if (adjusted != null && !set.containsKey(IndicatorRole.TARGET)) {
      set.put(IndicatorRole.TARGET, adjusted);
    }
  }

  /** 绩效目标 right of the names, where no other column has it, holds their targets. */
  private static void goalIsTarget(Map<IndicatorRole, Span> set) {
    Span goal = set.get(IndicatorRole.GOAL);
    Span name = set.get(IndicatorRole.LEVEL3);
    boolean after = goal != null && name != null && goal.from() > name.from();
    if (after && !set.containsKey(IndicatorRole.TARGET)) {
      set.remove(IndicatorRole.GOAL);
      set.put(IndicatorRole.TARGET, goal);
    }
  }
}
