package org.mingzhang.structure.lattice.pitch;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.CostModel;
import org.mingzhang.structure.lattice.CostTables;

/**
 * Gives each word of a line a column, in order from left to right, by dynamic programming. A word
 * with an exact place pays for its distance from the column, another for each column that it
 * passes over; all pay for what does not fit the column. Confined to one thread and one page.
 */
final class WordPlacement {
  /** A word left of all columns, or one that is a part of the label of the rows. */
  static final int LABEL = -1;

  private static final Pattern LABEL_WORD = Pattern.compile("[^。；，]{1,9}");

  private final List<Column> columns;
  private final List<Span> spans;

  WordPlacement(List<Column> columns, List<Span> spans) {
    this.columns = columns;
    this.spans = spans;
  }

  /** The columns of a line's words; none where they fit no way. */
  int[] columns(PitchLine line) {
    int width = columns.size() + 1;
    int count = line.words().size();
    double[][] cost = new double[count + 1][width];
    int[][] from = new int[count + 1][width];
    for (double[] row : cost) {
      Arrays.fill(row, CostTables.NEVER);
    }
    cost[0][0] = 0;
    for (int i = 0; i < count; i++) {
      PitchWord word = line.words().get(i);
      for (int before = 0; before < width; before++) {
        if (cost[i][before] >= CostTables.NEVER) {
          continue;
        }
        for (int to = before; to < width; to++) {
          double sum = cost[i][before] + step(word, i == 0, before - 1, to - 1);
          if (sum < cost[i + 1][to]) {
            cost[i + 1][to] = sum;
            from[i + 1][to] = before;
          }
        }
      }
    }
    int last = 0;
    for (int c = 1; c < width; c++) {
      last = cost[count][c] < cost[count][last] ? c : last;
    }
    if (cost[count][last] >= CostTables.NEVER) {
      return new int[0];
    }
    int[] found = new int[count];
    for (int i = count; i > 0; i--) {
      found[i - 1] = last - 1;
      last = from[i][last];
    }
    return found;
  }

  private double step(PitchWord word, boolean first, int before, int to) {
    double sum = 0;
    if (to == before && !first) {
      sum +=
          to == LABEL
              ? CostModel.limit("pitch_label_joins")
              : CostModel.limit(word.placed() ? "pitch_placed_joins" : "pitch_blank_joins");
    }
    if (to == LABEL) {
      Span left = spans.stream().filter(Span::known).findFirst().orElse(Span.NONE);
      boolean may = LABEL_WORD.matcher(word.text()).matches() && word.start() < left.start();
      return may ? sum : CostTables.NEVER;
    }
    Span span = spans.get(to);
    if (word.placed()) {
      sum +=
          span.known()
              ? Math.min(
                  CostModel.limit("pitch_farthest"),
                  span.distance(word) * CostModel.limit("pitch_distance"))
              : CostModel.limit("pitch_unknown_place");
    } else {
      sum += Math.max(0, to - before - 1) * CostModel.limit("pitch_passed");
      sum += span.known() && span.end() <= word.start() ? CostModel.limit("pitch_beyond") : 0;
    }
    return sum + WordCosts.of(columns.get(to).type(), word.text());
  }
}
