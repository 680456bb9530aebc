package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The columns of a table without ruling lines: intervals of its width covered by glyphs and
 * separated by white space through all rows. The label of a total may cross that white space, and
 * in a long table one row may. An empty column is known only by its title in the header.
 *
 * @param intervals left and right edge of each column, from left to right
 */
record BorderlessColumns(List<XInterval> intervals) {
  /**
   * Minimum number of lines of a table in which one line may cross the white space between columns.
   */
  private static final int MIN_ROWS_FOR_BRIDGES = 6;

  /** Words of totals that do not delimit columns. */
  private static final Set<String> SUM_WORDS = Set.of("合计", "总计", "小计");

  /** The label of a total that names what is added up. */
  private static final Pattern SUM_LABEL = Pattern.compile("\\p{IsHan}{2,8}[合总小]计");

  /**
   * Finds the columns of the body of a table by the white space between them; without columns if
   * there are no lines.
   */
  static BorderlessColumns find(List<TextLine> body) {
    List<XInterval> pieces =
        body.stream()
            .flatMap(
                line ->
                    XInterval.splitIntoWords(line).stream()
                        .filter(word -> !isSumLabel(line, word))
                        .flatMap(word -> word.splitIntoPieces(line).stream()))
            .toList();
    int bridges = body.size() >= MIN_ROWS_FOR_BRIDGES ? 1 : 0;
    ColumnEdgeFinder edges = new ColumnEdgeFinder(body);
    return new BorderlessColumns(
        mergeNearby(findCoveredIntervals(pieces, bridges), edges::areAmountsBesideText));
  }

  /** Finds the columns of a form's body, in which a label may have a column of its own. */
  static BorderlessColumns findInForm(List<TextLine> body) {
    List<XInterval> pieces =
        body.stream()
            .flatMap(
                line ->
                    XInterval.splitIntoWords(line).stream()
                        .flatMap(word -> word.splitIntoPieces(line).stream()))
            .toList();
    ColumnEdgeFinder edges = new ColumnEdgeFinder(body);
    return new BorderlessColumns(
        mergeNearby(findCoveredIntervals(pieces, 0), (left, right) -> edges.isLeftAligned(right)));
  }

  /**
   * A copy with the titles of the header's lowest line: each column is widened by its title.
   * Amounts are aligned right and titles centered, so that a title may be beside its column;
   * between columns that are under their titles, the remaining titles and columns are matched in
   * order if they are equally many; otherwise each title takes the column whose middle is nearest
   * to its own. A title without a column becomes an empty column.
   */
  BorderlessColumns extendByTitles(List<XInterval> titles) {
    List<XInterval> all = new ArrayList<>(intervals);
    List<XInterval> loose = new ArrayList<>();
    List<XInterval> untitled = new ArrayList<>();
    int from = 0;
    for (XInterval title : titles) {
      XInterval own = intervals.stream().filter(title::overlaps).findFirst().orElse(null);
      if (own == null) {
        loose.add(title);
        continue;
      }
      int at = intervals.indexOf(own);
      untitled.addAll(at > from ? intervals.subList(from, at) : List.of());
      assignTitles(loose, untitled, all);
      from = Math.max(from, at + 1);
    }
    untitled.addAll(intervals.subList(from, intervals.size()));
    assignTitles(loose, untitled, all);
    all.sort(Comparator.comparingDouble(XInterval::left));
    return new BorderlessColumns(all);
  }

  /**
   * Matches titles with columns, in order if their numbers are equal, otherwise by distance;
   * empties both lists.
   */
  private static void assignTitles(
      List<XInterval> titles, List<XInterval> untitledColumns, List<XInterval> columns) {
    boolean inOrder = titles.size() == untitledColumns.size();
    for (XInterval title : titles) {
      XInterval column =
          inOrder
              ? untitledColumns.getFirst()
              : untitledColumns.stream()
                  .min(Comparator.comparingDouble(s -> Math.abs(s.middle() - title.middle())))
                  .orElse(null);
      if (column != null) {
        untitledColumns.remove(column);
        columns.remove(column);
      }
      columns.add(column == null ? title : column.union(title));
    }
    titles.clear();
    untitledColumns.clear();
  }

  /** Whether each word of the lines, except labels of totals, lies in exactly one column. */
  boolean haveColumnForEachWordOf(List<TextLine> lines) {
    return lines.stream()
        .allMatch(
            line ->
                XInterval.splitIntoWords(line).stream()
                    .allMatch(
                        word ->
                            isSumLabel(line, word)
                                || intervals.stream().filter(word::overlaps).count() == 1));
  }

  int size() {
    return intervals.size();
  }

  /**
   * The index of the column that contains a position, in points, or is nearest to it; 0 if there
   * are no columns.
   */
  int columnAt(float x) {
    int best = 0;
    float minimum = Float.MAX_VALUE;
    for (int i = 0; i < intervals.size(); i++) {
      XInterval column = intervals.get(i);
      float distance = Math.max(0, Math.max(column.left() - x, x - column.right()));
      if (distance < minimum) {
        minimum = distance;
        best = i;
      }
    }
    return best;
  }

  /**
   * Splits the glyphs of a line by column; returns one list for each column, empty where the line
   * has nothing. A word stays whole where it overlaps only one column, or where it is the label of
   * a total that spans several.
   */
  List<List<Glyph>> split(TextLine line) {
    List<List<Glyph>> cells = new ArrayList<>();
    intervals.forEach(s -> cells.add(new ArrayList<>()));
    for (XInterval word : XInterval.splitIntoWords(line)) {
      long met = intervals.stream().filter(word::overlaps).count();
      boolean whole = met == 1 || (met > 1 && SUM_LABEL.matcher(word.textOn(line)).matches());
      word.glyphsOf(line).forEach(glyph -> cells.get(columnOf(word, whole, glyph)).add(glyph));
    }
    return cells;
  }

  private int columnOf(XInterval word, boolean wordIsUnsplit, Glyph glyph) {
    for (int i = 0; wordIsUnsplit && i < intervals.size(); i++) {
      if (word.overlaps(intervals.get(i))) {
        return i;
      }
    }
    return columnAt(intervals.stream().anyMatch(word::overlaps) ? glyph.centerX() : word.middle());
  }

  /**
   * Whether a word is the label of a total, which is centered over merged columns and so does not
   * delimit columns.
   */
  private static boolean isSumLabel(TextLine line, XInterval word) {
    return SUM_WORDS.contains(word.textOn(line));
  }

  /** The intervals that are covered by more than the given number of words, from left to right. */
  private static List<XInterval> findCoveredIntervals(List<XInterval> words, int maxBridgingRows) {
    List<float[]> edges = new ArrayList<>();
    for (XInterval word : words) {
      edges.add(new float[] {word.left(), 1});
      edges.add(new float[] {word.right(), -1});
    }
    edges.sort(Comparator.<float[]>comparingDouble(e -> e[0]).thenComparingDouble(e -> -e[1]));
    List<XInterval> result = new ArrayList<>();
    int depth = 0;
    float from = 0;
    for (float[] edge : edges) {
      int before = depth;
      depth += (int) edge[1];
      if (before <= maxBridgingRows && depth > maxBridgingRows) {
        from = edge[0];
      } else if (before > maxBridgingRows && depth <= maxBridgingRows) {
        result.add(new XInterval(from, edge[0]));
      }
    }
    return result;
  }

  /**
   * Merges neighboring intervals with less than {@link XInterval#MIN_COLUMN_GAP} between them,
   * unless {@code areSeparate} holds for them.
   */
  private static List<XInterval> mergeNearby(
      List<XInterval> stretches, BiPredicate<XInterval, XInterval> areSeparate) {
    List<XInterval> result = new ArrayList<>();
    for (XInterval next : stretches) {
      XInterval last = result.isEmpty() ? null : result.getLast();
      if (last == null
          || next.left() - last.right() >= XInterval.MIN_COLUMN_GAP
          || areSeparate.test(last, next)) {
        result.add(next);
      } else {
        result.set(result.size() - 1, last.union(next));
      }
    }
    return result;
  }
}
