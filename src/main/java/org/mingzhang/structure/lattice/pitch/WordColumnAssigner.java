package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * Assigns the words of a line to columns from left to right, by dynamic programming. There is a
 * cost for the distance of a word with an exact position from its column, for the columns skipped
 * by a word without one, and for text that does not fit the type of its column. Confined to one
 * thread and one page.
 */
final class WordColumnAssigner {
  /**
   * Column index of a word that is to the left of all columns or is part of the label of the rows.
   */
  static final int LABEL_COLUMN = -1;

  private static final Pattern DIGIT_BESIDE_HAN = Pattern.compile("\\d\\p{IsHan}|\\p{IsHan}\\d");

  private static final int MIN_SCRIPT_CHANGE_BLANKS = 3;

  /**
   * In typeset text, minimum ratio of the places where digits and characters are separated by a
   * blank to the places where they are adjacent without one.
   */
  private static final int MIN_SCRIPT_CHANGE_BLANK_RATIO = 3;

  private static final Pattern LABEL_WORD = Pattern.compile("[^。；，]{1,9}");

  private final List<Column> columns;
  private final List<FixedPitchSpan> spans;
  private final boolean isTypesetText;
  private final boolean mayHaveLabel;

  /**
   * Creates an assigner.
   *
   * @param lines all lines of the page, to find out whether its text is typeset
   */
  WordColumnAssigner(List<Column> columns, List<FixedPitchSpan> spans, List<FixedPitchLine> lines) {
    this.isTypesetText = isTypeset(columns, lines);
    this.mayHaveLabel = mayHaveLabel(columns);
    this.columns = columns;
    this.spans = spans;
  }

  /**
   * The assignment of the words of a line to columns.
   *
   * @param columns for each word the index of its column or {@link #LABEL_COLUMN}; empty if there
   *     is no assignment
   * @param cost the cost of the assignment; infinite if there is none
   */
  record WordColumnAssignment(List<Integer> columns, double cost) {}

  /** Finds the cheapest assignment of a line's words to columns. */
  WordColumnAssignment assign(FixedPitchLine line) {
    int width = columns.size() + 1;
    int count = line.words().size();
    double[][] cost = new double[count + 1][width];
    int[][] from = new int[count + 1][width];
    for (double[] row : cost) {
      Arrays.fill(row, LatticeCosts.INFINITE_COST);
    }
    cost[0][0] = 0;
    for (int i = 0; i < count; i++) {
      for (int before = 0; before < width; before++) {
        if (cost[i][before] >= LatticeCosts.INFINITE_COST) {
          continue;
        }
        for (int to = before; to < width; to++) {
          double sum = cost[i][before] + wordCost(line, i, before - 1, to - 1);
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
    if (cost[count][last] >= LatticeCosts.INFINITE_COST) {
      return new WordColumnAssignment(List.of(), LatticeCosts.INFINITE_COST);
    }
    double minimum = cost[count][last];
    List<Integer> found = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      found.add(last - 1);
      last = from[i][last];
    }
    return new WordColumnAssignment(found.reversed(), minimum);
  }

  private double wordCost(FixedPitchLine line, int at, int previousColumn, int column) {
    FixedPitchWord word = line.words().get(at);
    double sum = at == 0 ? 0 : separatorCost(line, at, previousColumn, column);
    if (column == LABEL_COLUMN && !mayHaveLabel) {
      return LatticeCosts.INFINITE_COST;
    }
    if (column == LABEL_COLUMN) {
      FixedPitchSpan left =
          spans.stream().filter(FixedPitchSpan::isKnown).findFirst().orElse(FixedPitchSpan.NONE);
      boolean may = LABEL_WORD.matcher(word.text()).matches() && word.start() < left.start();
      return may ? sum : LatticeCosts.INFINITE_COST;
    }
    FixedPitchSpan span = spans.get(column);
    if (word.hasExactPosition()) {
      sum +=
          span.isKnown()
              ? Math.min(
                  LatticeCosts.parameter("pitch_farthest"),
                  span.distance(word) * LatticeCosts.parameter("pitch_distance"))
              : LatticeCosts.parameter("pitch_unknown_place");
    } else {
      sum += Math.max(0, column - previousColumn - 1) * LatticeCosts.parameter("pitch_passed");
      boolean beyond = column != previousColumn && span.isKnown() && span.end() <= word.start();
      sum += beyond ? LatticeCosts.parameter("pitch_beyond") : 0;
    }
    return sum + WordCosts.cost(columns.get(column).type(), word.text());
  }

  /** Cost of reading the blanks before a word as a boundary between cells, or as part of a cell. */
  private double separatorCost(FixedPitchLine line, int at, int previousColumn, int column) {
    FixedPitchWord word = line.words().get(at);
    FixedPitchWord left = line.words().get(at - 1);
    boolean closes =
        CellWrapCosts.hasUnpairedBrackets(left.text())
            && CellWrapCosts.hasUnpairedBrackets(word.text());
    boolean set =
        !word.hasExactPosition() && (closes || (isTypesetText && isScriptChange(left, word)));
    if (column != previousColumn) {
      return set ? LatticeCosts.parameter("pitch_typeset_parts") : 0;
    }
    if (column == LABEL_COLUMN) {
      return LatticeCosts.parameter("pitch_label_joins");
    }
    ColumnType type = columns.get(column).type();
    boolean numeric =
        type.isNumeric() || type == ColumnType.COMPLETION_RATE || type == ColumnType.FUNDING_POINTS;
    if (numeric && isWholeValue(left.text()) && isWholeValue(word.text())) {
      return LatticeCosts.parameter("pitch_two_amounts");
    }
    return LatticeCosts.parameter(
        set
            ? "pitch_typeset_joins"
            : word.hasExactPosition() ? "pitch_placed_joins" : "pitch_blank_joins");
  }

  /**
   * Whether a word can be the whole content of a numeric cell: a number, a percentage or a dash.
   */
  private static boolean isWholeValue(String word) {
    return CellTextClassifier.isNumber(word)
        || CellTextClassifier.isOfClass(word, CellTextClass.PERCENT)
        || CellTextClassifier.isOfClass(word, CellTextClass.NO_VALUE);
  }

  /** Whether a label may be printed to the left of the columns, as in performance forms. */
  static boolean mayHaveLabel(List<Column> columns) {
    return columns.stream()
        .anyMatch(c -> c.type() == ColumnType.LEVEL3 || c.type() == ColumnType.FUNDING_NAME);
  }

  private static boolean isScriptChange(FixedPitchWord left, FixedPitchWord right) {
    int last = left.text().charAt(left.text().length() - 1);
    int next = right.text().charAt(0);
    return (Character.isDigit(last) && Character.isIdeographic(next))
        || (Character.isIdeographic(last) && Character.isDigit(next));
  }

  /**
   * Whether digits and characters are usually separated by a blank that typesetting has inserted.
   * In a table with a column of units such a blank separates columns.
   */
  private static boolean isTypeset(List<Column> columns, List<FixedPitchLine> lines) {
    if (columns.stream().anyMatch(column -> column.type() == ColumnType.UNIT)) {
      return false;
    }
    int blanks = 0;
    int tight = 0;
    for (FixedPitchLine line : lines) {
      for (int at = 0; at < line.words().size(); at++) {
        FixedPitchWord word = line.words().get(at);
        tight += DIGIT_BESIDE_HAN.matcher(word.text()).find() ? 1 : 0;
        blanks +=
            at > 0 && !word.hasExactPosition() && isScriptChange(line.words().get(at - 1), word)
                ? 1
                : 0;
      }
    }
    return blanks >= MIN_SCRIPT_CHANGE_BLANKS && blanks > MIN_SCRIPT_CHANGE_BLANK_RATIO * tight;
  }
}
