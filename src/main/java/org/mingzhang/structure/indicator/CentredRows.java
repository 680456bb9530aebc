package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a form in which each line is a row and the names of levels stand in the middle of their
 * rows, beside one or alone between two. Confined to one thread and one form.
 */
final class CentredRows {
  private final FlowTable table;
  private final List<IndicatorRole> roles;
  private final boolean firstLevel;
  private final Map<IndicatorRole, CentredLevels> levels = new EnumMap<>(IndicatorRole.class);

  /** A reader; {@code firstLevel} tells whether 成本指标, which both levels have, is of the first. */
  CentredRows(FlowTable table, List<IndicatorRole> roles, boolean firstLevel) {
    this.table = table;
    this.roles = roles;
    this.firstLevel = firstLevel;
  }

  /** The rows in the order of the columns; empty where the levels do not stand so. */
  List<List<String>> read(List<FlowLine> lines, List<Set<IndicatorRole>> missing) {
    FlowTable.LEVELS.stream()
        .filter(roles::contains)
        .forEach(r -> levels.put(r, new CentredLevels()));
    if (levels.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    for (FlowLine line : lines) {
      List<String> words = FlowTable.unlabelled(line.words());
      if (FlowTable.unused(line)) {
        continue;
      }
      if (words.stream().allMatch(w -> LevelWords.first(w) || LevelWords.second(w))) {
        above(words, rows.size());
        continue;
      }
      List<String> row = table.row(words, missing);
      row = row == null ? table.row(FlowTable.unlabelled(line.pieces()), missing) : row;
      if (row == null) {
        return List.of();
      }
      List<String> found = new ArrayList<>(row);
      firstAlone(found);
      levels.forEach((role, of) -> beside(of, rows.size(), found.get(roles.indexOf(role))));
      rows.add(found);
    }
    return levels.values().stream().anyMatch(CentredLevels::proof) && named(rows)
        ? rows
        : List.of();
  }

  /** Names of levels on a line of their own, above a row. */
  private void above(List<String> names, int row) {
    for (int i = 0; i < names.size(); i++) {
      boolean second = i > 0 || (names.size() == 1 && !first(names.get(i)));
      level(second).above(row, names.get(i));
    }
  }

  /** A name of the first level that stands alone before the row's own cells goes to its column. */
  private void firstAlone(List<String> row) {
    int one = roles.indexOf(IndicatorRole.LEVEL1);
    int two = roles.indexOf(IndicatorRole.LEVEL2);
    if (one < 0 || two < 0 || !row.get(one).isEmpty()) {
      return;
    }
    String name = row.get(two);
    if (LevelWords.first(name) && first(name)) {
      row.set(one, name);
      row.set(two, "");
    }
  }

  private static void beside(CentredLevels levels, int row, String name) {
    if (!name.isEmpty()) {
      levels.beside(row, name);
    }
  }

  private CentredLevels level(boolean second) {
    CentredLevels own = levels.get(second ? IndicatorRole.LEVEL2 : IndicatorRole.LEVEL1);
    return own == null ? levels.values().iterator().next() : own;
  }

  /** Whether a name is one of the first level; 成本指标 is one of either. */
  private boolean first(String name) {
    boolean both = LevelWords.first(name) && LevelWords.second(name);
    return both
        ? name.startsWith("满意度") || (firstLevel && name.startsWith("成本"))
        : LevelWords.first(name);
  }

  /** Writes the names of the levels into all rows; false where they do not cover them. */
  private boolean named(List<List<String>> rows) {
    for (Map.Entry<IndicatorRole, CentredLevels> level : levels.entrySet()) {
      List<String> names = level.getValue().names(rows.size());
      if (names == null) {
        return false;
      }
      int column = roles.indexOf(level.getKey());
      IntStream.range(0, rows.size()).forEach(r -> rows.get(r).set(column, names.get(r)));
    }
    int one = roles.indexOf(IndicatorRole.LEVEL1);
    int two = roles.indexOf(IndicatorRole.LEVEL2);
    return one < 0
        || two < 0
        || rows.stream().allMatch(row -> LevelWords.suits(row.get(one), row.get(two)));
  }
}
