package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * Determines the horizontal span of each column on one page. The spans of the projection of all
 * words are assigned to the columns from left to right by dynamic programming: a column takes
 * consecutive spans, or none if its title has no exact position. In performance forms, spans to the
 * left of all columns belong to the label of the rows. Confined to one thread.
 */
final class ColumnSpanFinder {
  private static final int MAX_SPANS_PER_COLUMN = 3;

  private static final int MAX_ROUNDS = 8;

  /** Maximum number of lines used to evaluate an assignment of spans. */
  private static final int MAX_LINES = 60;

  /** Maximum cost that the words of one line add to the cost of an assignment. */
  private static final double MAX_LINE_COST = 10;

  private final List<Column> columns;
  private final List<FixedPitchTitle> titles;
  private final List<FixedPitchSpan> spans;
  private final List<FixedPitchSpan> previousPageSpans;
  private final List<List<FixedPitchWord>> wordsBySpan = new ArrayList<>();

  /**
   * Creates a finder.
   *
   * @param titles the titles at their positions; a title that the page does not print has no words
   */
  private ColumnSpanFinder(
      List<Column> columns,
      List<FixedPitchTitle> titles,
      List<FixedPitchSpan> spans,
      List<FixedPitchWord> words,
      List<FixedPitchSpan> previousPageSpans) {
    this.previousPageSpans = previousPageSpans;
    this.columns = columns;
    this.titles = titles;
    this.spans = spans;
    for (FixedPitchSpan span : spans) {
      wordsBySpan.add(
          words.stream().filter(w -> w.hasExactPosition() && span.distance(w) == 0).toList());
    }
  }

  /**
   * Determines a span for each column; {@link FixedPitchSpan#NONE} for a column that takes no span.
   *
   * @param previousPageSpans the spans on the preceding page; empty for the first page
   */
  static List<FixedPitchSpan> findSpans(
      List<Column> columns,
      List<FixedPitchTitle> titles,
      List<FixedPitchLine> lines,
      List<FixedPitchSpan> previousPageSpans) {
    List<FixedPitchWord> words = lines.stream().flatMap(line -> line.words().stream()).toList();
    List<FixedPitchWord> all =
        new ArrayList<>(words.stream().filter(w -> !overlapsSeveralTitles(w, titles)).toList());
    List<FixedPitchWord> body = List.copyOf(all);
    titles.forEach(title -> all.addAll(title.words()));
    ColumnSpanFinder spans =
        new ColumnSpanFinder(
            columns, titles, ProjectionSplitter.splitIntoSpans(all), body, previousPageSpans);
    return spans.improveBoundaries(spans.findCheapestFirstSpans(), lines);
  }

  /**
   * Whether a word overlaps several titles, as a word of a merged cell does; it gives no evidence
   * about the columns.
   */
  private static boolean overlapsSeveralTitles(FixedPitchWord word, List<FixedPitchTitle> titles) {
    return titles.stream()
            .map(FixedPitchTitle::span)
            .filter(span -> span.isKnown() && span.distance(word) == 0)
            .count()
        > 1;
  }

  /** For each column the index of its first span; the last element is the number of spans. */
  private int[] findCheapestFirstSpans() {
    int k = columns.size();
    int m = spans.size();
    double[][] cost = new double[k + 1][m + 1];
    int[][] from = new int[k + 1][m + 1];
    for (double[] line : cost) {
      Arrays.fill(line, LatticeCosts.INFINITE_COST);
    }
    for (int j = 0; j <= m; j++) {
      cost[0][j] = labelSpansCost(j);
    }
    for (int i = 1; i <= k; i++) {
      for (int j = 0; j <= m; j++) {
        for (int start = Math.max(0, j - MAX_SPANS_PER_COLUMN); start <= j; start++) {
          double sum = cost[i - 1][start] + columnCost(i - 1, start, j);
          if (sum < cost[i][j]) {
            cost[i][j] = sum;
            from[i][j] = start;
          }
        }
      }
    }
    int[] starts = new int[k + 1];
    starts[k] = m;
    for (int i = k, j = m; i > 0; i--) {
      j = from[i][j];
      starts[i - 1] = j;
    }
    return starts;
  }

  /**
   * Moves boundaries between columns by one span as long as this lowers the cost of placing the
   * words, in at most {@link #MAX_ROUNDS} rounds. Changes {@code firstSpans}. Returns the span of
   * each column.
   */
  private List<FixedPitchSpan> improveBoundaries(int[] firstSpans, List<FixedPitchLine> lines) {
    double minimum = placementCost(firstSpans, lines);
    boolean moved = true;
    for (int round = 0; moved && round < MAX_ROUNDS; round++) {
      moved = false;
      for (int bound = 0; bound < columns.size(); bound++) {
        for (int by : new int[] {-1, 1}) {
          int[] other = firstSpans.clone();
          other[bound] += by;
          double cost =
              isValidAssignment(other) ? placementCost(other, lines) : LatticeCosts.INFINITE_COST;
          if (cost < minimum) {
            System.arraycopy(other, 0, firstSpans, 0, other.length);
            minimum = cost;
            moved = true;
          }
        }
      }
    }
    return columnSpans(firstSpans);
  }

  private boolean isValidAssignment(int[] firstSpans) {
    for (int c = 0; c < columns.size(); c++) {
      boolean order = firstSpans[c] >= 0 && firstSpans[c] <= firstSpans[c + 1];
      if (!order || firstSpans[c + 1] > spans.size() || isImpossibleColumn(c, firstSpans)) {
        return false;
      }
    }
    return labelSpansCost(firstSpans[0]) < LatticeCosts.INFINITE_COST;
  }

  private boolean isImpossibleColumn(int column, int[] firstSpans) {
    return columnCost(column, firstSpans[column], firstSpans[column + 1])
        >= LatticeCosts.INFINITE_COST;
  }

  private List<FixedPitchSpan> columnSpans(int[] firstSpans) {
    List<FixedPitchSpan> found = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      found.add(unionOfSpans(firstSpans[c], firstSpans[c + 1]));
    }
    return found;
  }

  /**
   * Cost of placing the words of the first {@link #MAX_LINES} lines in these spans, plus a cost for
   * each column that stays empty there.
   */
  private double placementCost(int[] firstSpans, List<FixedPitchLine> lines) {
    WordColumnAssigner placement = new WordColumnAssigner(columns, columnSpans(firstSpans), lines);
    boolean[] filled = new boolean[columns.size()];
    double sum = 0;
    for (FixedPitchLine line : lines.subList(0, Math.min(MAX_LINES, lines.size()))) {
      WordColumnAssigner.WordColumnAssignment assignment = placement.assign(line);
      sum += Math.min(assignment.cost(), MAX_LINE_COST);
      for (int column : assignment.columns()) {
        if (column >= 0) {
          filled[column] = true;
        }
      }
    }
    for (boolean any : filled) {
      sum += any ? 0 : LatticeCosts.parameter("pitch_empty_column");
    }
    return sum;
  }

  private double labelSpansCost(int labelSpanCount) {
    if (labelSpanCount > 0 && !WordColumnAssigner.mayHaveLabel(columns)) {
      return LatticeCosts.INFINITE_COST;
    }
    double sum = 0;
    for (int j = 0; j < labelSpanCount; j++) {
      for (FixedPitchTitle title : titles) {
        sum +=
            title.span().isKnown() && isTitleInside(title, spans.get(j))
                ? LatticeCosts.INFINITE_COST
                : 0;
      }
      sum += LatticeCosts.parameter("pitch_label_span");
    }
    return sum;
  }

  private FixedPitchSpan unionOfSpans(int from, int to) {
    FixedPitchSpan span = FixedPitchSpan.NONE;
    for (int j = from; j < to; j++) {
      span = span.union(spans.get(j));
    }
    return span;
  }

  private static boolean isTitleInside(FixedPitchTitle title, FixedPitchSpan span) {
    return title.words().stream().anyMatch(w -> w.hasExactPosition() && span.distance(w) == 0);
  }

  /**
   * Cost of the distance between a column and its position on the preceding page; 0 on the first
   * page, and for a column that had no position there.
   */
  private double displacementCost(int column, FixedPitchSpan span) {
    if (previousPageSpans.isEmpty() || !previousPageSpans.get(column).isKnown()) {
      return 0;
    }
    return span.isKnown()
        ? Math.abs(span.end() - previousPageSpans.get(column).end())
            * LatticeCosts.parameter("pitch_moved_column")
        : LatticeCosts.parameter("pitch_lost_column");
  }

  /**
   * The cost of a column that consists of a range of the spans. Infinite if its title is not above
   * the range or the title of another column is, and for an empty range if the title has an exact
   * position.
   */
  private double columnCost(int column, int from, int to) {
    FixedPitchTitle title = titles.get(column);
    if (from == to) {
      return title.span().isKnown()
          ? LatticeCosts.INFINITE_COST
          : LatticeCosts.parameter("pitch_no_span") + displacementCost(column, FixedPitchSpan.NONE);
    }
    FixedPitchSpan span = unionOfSpans(from, to);
    if (title.span().isKnown() && !isTitleInside(title, span)) {
      return LatticeCosts.INFINITE_COST;
    }
    boolean beyond = !title.words().isEmpty() && title.rightmostWordStart() >= span.end();
    double sum =
        (beyond ? LatticeCosts.parameter("pitch_beyond") : 0) + displacementCost(column, span);
    for (int j = from + 1; j < to; j++) {
      boolean touch = spans.get(j - 1).end() == spans.get(j).start();
      sum += LatticeCosts.parameter(touch ? "pitch_touching_spans" : "pitch_torn_column");
    }
    for (int c = 0; c < columns.size(); c++) {
      if (c != column && isTitleInside(titles.get(c), span)) {
        return LatticeCosts.INFINITE_COST;
      }
    }
    double words = 0;
    int count = 0;
    for (int j = from; j < to; j++) {
      for (FixedPitchWord word : wordsBySpan.get(j)) {
        words += Math.min(2, WordCosts.cost(columns.get(column).type(), word.text()));
        count++;
      }
    }
    return sum + (count == 0 ? 0 : words / count);
  }
}
