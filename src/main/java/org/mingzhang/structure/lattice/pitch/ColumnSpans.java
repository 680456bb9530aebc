package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.CostModel;
import org.mingzhang.structure.lattice.CostTables;

/**
 * Gives the columns of a header their places: the spans of the projection of the words are divided
 * among them in order, by dynamic programming. A column takes a run of spans, or none where all of
 * its words stand behind single blanks. Spans left of all columns are the label's. Confined to one
 * thread and one page of a form.
 */
final class ColumnSpans {
  private static final int MOST_SPANS = 3;

  private final List<Column> columns;
  private final List<PitchTitle> titles;
  private final List<Span> spans;
  private final List<List<PitchWord>> held = new ArrayList<>();

  /**
   * @param titles the titles where they stand, without words where the page has none
   */
  private ColumnSpans(
      List<Column> columns, List<PitchTitle> titles, List<Span> spans, List<PitchWord> words) {
    this.columns = columns;
    this.titles = titles;
    this.spans = spans;
    for (Span span : spans) {
      held.add(words.stream().filter(w -> w.placed() && span.distance(w) == 0).toList());
    }
  }

  /** A span for each column. */
  static List<Span> of(List<Column> columns, List<PitchTitle> titles, List<PitchWord> words) {
    List<PitchWord> all = new ArrayList<>(words.stream().filter(w -> !wide(w, titles)).toList());
    List<PitchWord> body = List.copyOf(all);
    titles.forEach(title -> all.addAll(title.words()));
    return new ColumnSpans(columns, titles, Projection.of(all), body).read();
  }

  /** Whether a word stands below several titles, as sentences and sums over merged cells do. */
  private static boolean wide(PitchWord word, List<PitchTitle> titles) {
    return titles.stream()
            .map(PitchTitle::span)
            .filter(span -> span.known() && span.distance(word) == 0)
            .count()
        > 1;
  }

  private List<Span> read() {
    int k = columns.size();
    int m = spans.size();
    double[][] cost = new double[k + 1][m + 1];
    int[][] from = new int[k + 1][m + 1];
    for (double[] line : cost) {
      Arrays.fill(line, CostTables.NEVER);
    }
    for (int j = 0; j <= m; j++) {
      cost[0][j] = labelled(j);
    }
    for (int i = 1; i <= k; i++) {
      for (int j = 0; j <= m; j++) {
        for (int start = Math.max(0, j - MOST_SPANS); start <= j; start++) {
          double sum = cost[i - 1][start] + cost(i - 1, start, j);
          if (sum < cost[i][j]) {
            cost[i][j] = sum;
            from[i][j] = start;
          }
        }
      }
    }
    List<Span> found = new ArrayList<>();
    for (int i = k, j = m; i > 0; j = from[i][j], i--) {
      found.add(span(from[i][j], j));
    }
    Collections.reverse(found);
    return found;
  }

  private double labelled(int to) {
    double sum = 0;
    for (int j = 0; j < to; j++) {
      for (PitchTitle title : titles) {
        sum += title.span().known() && inside(title, spans.get(j)) ? CostTables.NEVER : 0;
      }
      sum += CostModel.limit("pitch_label_span");
    }
    return sum;
  }

  private Span span(int from, int to) {
    Span span = Span.NONE;
    for (int j = from; j < to; j++) {
      span = span.with(spans.get(j));
    }
    return span;
  }

  private static boolean inside(PitchTitle title, Span span) {
    return title.words().stream().anyMatch(w -> w.placed() && span.distance(w) == 0);
  }

  private double cost(int column, int from, int to) {
    PitchTitle title = titles.get(column);
    if (from == to) {
      return title.span().known() ? CostTables.NEVER : CostModel.limit("pitch_no_span");
    }
    Span span = span(from, to);
    if (title.span().known() && !inside(title, span)) {
      return CostTables.NEVER;
    }
    boolean beyond = !title.words().isEmpty() && title.start() >= span.end();
    double sum = beyond ? CostModel.limit("pitch_beyond") : 0;
    sum += (to - from - 1) * CostModel.limit("pitch_torn_column");
    for (int c = 0; c < columns.size(); c++) {
      if (c != column && inside(titles.get(c), span)) {
        return CostTables.NEVER;
      }
    }
    double words = 0;
    int count = 0;
    for (int j = from; j < to; j++) {
      for (PitchWord word : held.get(j)) {
        words += Math.min(2, WordCosts.of(columns.get(column).type(), word.text()));
        count++;
      }
    }
    return sum + (count == 0 ? 0 : words / count);
  }
}
