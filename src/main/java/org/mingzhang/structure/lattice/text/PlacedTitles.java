package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountTitles;

/**
 * The titles of a header of several rows in which empty cells are printed, so that the place of each
 * title is known: a title heads those of the next row up to the next title of its own row.
 */
final class PlacedTitles {
  /** Kinds of columns that say the same below any group: 功能分类科目 above 科目编码. */
  private static final Set<ColumnType> PLAIN =
      EnumSet.of(ColumnType.CODE, ColumnType.BODY_CODE, ColumnType.LABEL, ColumnType.ORDINAL);

  private PlacedTitles() {}

  /**
   * The titles of the columns from left to right; null where a column has none.
   *
   * @param from index of the first chunk of the header
   * @param ends index behind the last chunk of each of its rows
   */
  static @Nullable List<String> of(LineGroup passage, int from, List<Integer> ends) {
    List<TreeMap<Integer, String>> rows = new ArrayList<>();
    int begin = from;
    int columns = 0;
    boolean empties = false;
    for (int end : ends) {
      TreeMap<Integer, String> row = new TreeMap<>();
      int column = 0;
      for (int i = begin; i < end; i++) {
        empties |= i > begin && passage.chunk(i).empties() > 0;
        column += i > begin ? passage.chunk(i).empties() + 1 : 0;
        row.put(column, passage.tight(i));
      }
      columns = Math.max(columns, column + 1);
      rows.add(row);
      begin = end;
    }
    return empties ? titles(rows, columns) : null;
  }

  private static @Nullable List<String> titles(List<TreeMap<Integer, String>> rows, int columns) {
    List<String> titles = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      String title = "";
      for (TreeMap<Integer, String> row : rows) {
        Map.Entry<Integer, String> head = row.floorEntry(column);
        boolean last = row.equals(rows.getLast());
        if (head != null && (head.getKey() == column || (!last && title.isEmpty()))) {
          title = below(title, head.getValue());
        }
      }
      if (title.isEmpty()) {
        return null;
      }
      titles.add(title);
    }
    return titles.stream().distinct().count() == columns ? titles : null;
  }

  private static String below(String group, String title) {
    return group.isEmpty() || PLAIN.contains(AccountTitles.type(title))
        ? title
        : group + "/" + title;
  }
}
