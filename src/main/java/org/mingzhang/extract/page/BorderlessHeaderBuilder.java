package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Builds the header cells of a table without ruling lines. A title above a column's own title
 * belongs to a group of columns and is centered over them.
 */
final class BorderlessHeaderBuilder {
  private final BorderlessColumns columns;
  private final List<List<TitleBox>> titlesByColumn = new ArrayList<>();

  private final float lineGap;

  /**
   * Creates a header over some columns.
   *
   * @param lines lines of the header, from top to bottom
   * @param lineGap white space between the rows of the table, in points; used only if it is larger
   *     than usual
   */
  BorderlessHeaderBuilder(BorderlessColumns columns, List<TextLine> lines, float lineGap) {
    this.lineGap = lineGap > RowGapEstimator.defaultRowGap(lines) ? lineGap : 0;
    this.columns = columns;
    for (int c = 0; c < columns.size(); c++) {
      titlesByColumn.add(new ArrayList<>());
    }
    for (TextLine line : lines) {
      for (TitleBox title : titles(line)) {
        titlesByColumn.get(columns.columnAt(title.interval().middle())).add(title);
      }
    }
  }

  /**
   * A column title or one line of it, with its position.
   *
   * @param interval its horizontal interval
   * @param top upper edge, in points
   * @param bottom lower edge, in points
   * @param text its words without spaces
   */
  private record TitleBox(XInterval interval, float top, float bottom, String text) {}

  private static List<TitleBox> titles(TextLine line) {
    List<TitleBox> titles = new ArrayList<>();
    for (XInterval word : XInterval.splitIntoTitles(line)) {
      titles.add(new TitleBox(word, line.top(), line.bottom(), word.textOn(line)));
    }
    return titles;
  }

  /**
   * The cells of the header, rows counted from 0. Each column has its own title, possibly empty, in
   * a cell down to the last row.
   */
  List<Cell> buildCells() {
    TreeMap<Float, List<TitleBox>> groups = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (List<TitleBox> column : titlesByColumn) {
      int leaf = ownTitleIndex(column);
      StringBuilder name = new StringBuilder();
      column.subList(leaf, column.size()).forEach(t -> name.append(t.text()));
      names.add(name.toString());
      for (TitleBox title : column.subList(0, leaf)) {
        groups.computeIfAbsent(topOfGroupRow(groups, title), k -> new ArrayList<>()).add(title);
      }
    }
    return buildCells(names, new ArrayList<>(groups.values()));
  }

  /**
   * Index at which a column's own title begins: below the last gap that is larger than a line
   * break; 0 if there is no such gap.
   */
  private int ownTitleIndex(List<TitleBox> titles) {
    for (int i = titles.size() - 1; i > 0; i--) {
      float gap = titles.get(i).top() - titles.get(i - 1).bottom();
      if (gap > Math.max(lineGap, 0.5f * (titles.get(i).bottom() - titles.get(i).top()))) {
        return i;
      }
    }
    return 0;
  }

  /**
   * The upper edge of a row of group titles that is within 3 points of the upper edge of a title;
   * the upper edge of the title if there is no such row.
   */
  private static Float topOfGroupRow(Map<Float, List<TitleBox>> groups, TitleBox title) {
    return groups.keySet().stream()
        .filter(top -> Math.abs(top - title.top()) < 3)
        .findFirst()
        .orElse(title.top());
  }

  private List<Cell> buildCells(List<String> names, List<List<TitleBox>> groupTitles) {
    List<Cell> cells = new ArrayList<>();
    int[] depth = new int[names.size()];
    for (int level = 0; level < groupTitles.size(); level++) {
      for (TitleBox title : groupTitles.get(level)) {
        int[] span = findSpan(title, groupTitles.get(level));
        cells.add(new Cell(level, span[0], 1, span[1] - span[0] + 1, title.text()));
        for (int c = span[0]; c <= span[1]; c++) {
          depth[c] = level + 1;
        }
      }
    }
    int rows = groupTitles.size() + 1;
    for (int c = 0; c < names.size(); c++) {
      cells.add(new Cell(depth[c], c, rows - depth[c], 1, names.get(c)));
    }
    return cells;
  }

  /**
   * The range of columns whose middle is nearest to the middle of the group's title, as the indexes
   * of the first and last; only its own column if no range is possible.
   */
  private int[] findSpan(TitleBox groupTitle, List<TitleBox> neighbors) {
    int own = columns.columnAt(groupTitle.interval().middle());
    int[] best = {own, own};
    float minimum = Float.MAX_VALUE;
    for (int from = Math.max(0, own - 1); from >= 0 && isBelowGroup(from, groupTitle); from--) {
      for (int to = Math.max(from + 1, own);
          to < columns.size() && isBelowGroup(to, groupTitle);
          to++) {
        float distance =
            Math.abs(
                (columnInterval(from).left() + columnInterval(to).right()) / 2
                    - groupTitle.interval().middle());
        if (distance < minimum && !hasOtherTitleBetween(from, to, groupTitle, neighbors)) {
          minimum = distance;
          best = new int[] {from, to};
        }
      }
    }
    int[] right = spanFromOwnColumn(own, groupTitle, neighbors, minimum);
    return right == null ? best : right;
  }

  /**
   * The best range that begins with the title's own column; null if none is nearer than {@code
   * minDistance}.
   */
  private int @Nullable [] spanFromOwnColumn(
      int ownColumn, TitleBox group, List<TitleBox> neighbors, float minDistance) {
    int[] best = null;
    float limit = minDistance;
    for (int to = ownColumn + 1; to < columns.size() && isBelowGroup(to, group); to++) {
      float distance =
          Math.abs(
              (columnInterval(ownColumn).left() + columnInterval(to).right()) / 2
                  - group.interval().middle());
      if (distance < limit
          && isBelowGroup(ownColumn, group)
          && !hasOtherTitleBetween(ownColumn, to, group, neighbors)) {
        limit = distance;
        best = new int[] {ownColumn, to};
      }
    }
    return best;
  }

  /** The interval that covers a column and the lines of its own title. */
  private XInterval columnInterval(int column) {
    XInterval place = columns.intervals().get(column);
    for (TitleBox title :
        titlesByColumn
            .get(column)
            .subList(
                ownTitleIndex(titlesByColumn.get(column)), titlesByColumn.get(column).size())) {
      place = place.union(title.interval());
    }
    return place;
  }

  /**
   * Whether a column has a title of its own that is below a group's title, with a gap of more than
   * 0.4 heights of the group's title between them.
   */
  private boolean isBelowGroup(int column, TitleBox groupTitle) {
    List<TitleBox> own = titlesByColumn.get(column);
    return !own.isEmpty()
        && own.get(ownTitleIndex(own)).top() - groupTitle.bottom()
            > 0.4f * (groupTitle.bottom() - groupTitle.top());
  }

  /** Whether another group title of the same row covers one of the columns. */
  private boolean hasOtherTitleBetween(int from, int to, TitleBox title, List<TitleBox> neighbors) {
    return neighbors.stream()
        .filter(other -> !other.equals(title))
        .mapToInt(other -> columns.columnAt(other.interval().middle()))
        .anyMatch(c -> c >= from && c <= to);
  }
}
