package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.text.TableTransposer;

/**
 * Reads a performance form that was copied column by column: each title of a column is a line,
 * followed by the cells of its column, one per line. Every column must have equally many cells, so
 * that it is certain which of them are beside each other. Stateless.
 */
final class ColumnListReader {
  private static final int MIN_ROWS = 3;
  private static final int MAX_ROWS = 60;
  private static final int MIN_COLUMNS = 4;

  private ColumnListReader() {}

  /**
   * The form whose first title is a line; null if there is none or its columns differ in length.
   */
  static @Nullable TableMatch readAt(List<String> lines, int at) {
    if (roleOf(lines, at) == null) {
      return null;
    }
    int height = at + 1;
    while (height < lines.size() && height - at <= MAX_ROWS && roleOf(lines, height) == null) {
      height++;
    }
    height -= at;
    Set<IndicatorRole> roles = EnumSet.noneOf(IndicatorRole.class);
    List<List<String>> columns = new ArrayList<>();
    int end = at;
    while (end + height <= lines.size() && isColumn(lines, end, height)) {
      IndicatorRole role = roleOf(lines, end);
      if (role == null || !roles.add(role)) {
        return null;
      }
      columns.add(lines.subList(end, end + height).stream().map(String::strip).toList());
      end += height;
    }
    boolean more = end < lines.size() && roleOf(lines, end) != null;
    boolean form =
        roles.contains(IndicatorRole.LEVEL3)
            && (roles.contains(IndicatorRole.TARGET) || roles.contains(IndicatorRole.ACTUAL));
    return more || !form || height <= MIN_ROWS || columns.size() < MIN_COLUMNS
        ? null
        : new TableMatch(at, end, TableTransposer.toRows(columns));
  }

  /** Whether a title and the cells below it fill the lines; points must be numbers. */
  private static boolean isColumn(List<String> lines, int title, int height) {
    IndicatorRole role = roleOf(lines, title);
    boolean points = role == IndicatorRole.WEIGHT || role == IndicatorRole.SCORE;
    for (int i = title + 1; role != null && i < title + height; i++) {
      String cell = lines.get(i).strip();
      if (cell.isEmpty()
          || roleOf(lines, i) != null
          || (points && !CellTextClassifier.isNumber(cell))) {
        return false;
      }
    }
    return role != null;
  }

  private static @Nullable IndicatorRole roleOf(List<String> lines, int at) {
    return IndicatorRole.findByHeading(lines.get(at).strip());
  }
}
