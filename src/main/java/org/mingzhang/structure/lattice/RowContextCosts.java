package org.mingzhang.structure.lattice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.text.AmountParser;

/**
 * Costs of a cell that depend on the cells before it in its row: a result beside its target, a
 * score beside its weight, a reason beside full marks. Costs are parameters of {@link
 * LatticeCosts}. Confined to one thread and one table.
 */
final class RowContextCosts {
  private static final Pattern STARTS_WITH_ONE_DECIMAL = Pattern.compile("\\d+\\.\\d");

  /** A weight with two decimals that is neither in quarters nor in thirds of a point. */
  private static final Pattern UNUSUAL_WEIGHT =
      Pattern.compile("\\d+\\.(?!25|75|33|34|66|67)\\d[1-9]");

  /**
   * Text of several cells of a row: a target with its sign before a result, or points beside
   * points.
   */
  private static final Pattern TEXT_OF_SEVERAL_CELLS =
      Pattern.compile("[≥≤＞＜≧≦]\\d.*\\d|\\d分\\d+(?:\\.\\d+)?分");

  private static final double MAX_POINTS = 100;

  /** Maximum difference in percentage points of a rate from the quotient of its amounts. */
  private static final double RATE_TOLERANCE = 1.01;

  private final List<Chunk> chunks;
  private final List<Column> columns;
  private final TextTableLayout layout;
  private final SegmentCosts segments;

  RowContextCosts(
      List<Chunk> chunks, List<Column> columns, TextTableLayout layout, SegmentCosts segments) {
    this.chunks = chunks;
    this.columns = columns;
    this.layout = layout;
    this.segments = segments;
  }

  /**
   * The cost of the cell of chunks {@code from} to {@code to} (exclusive) by the first rule that
   * applies, 0 if none does; negative if it repeats the target before it, or the weight in text
   * without separators.
   *
   * @param row the cells of the row so far, one text for each column; empty for the first cell
   */
  double cost(int from, int to, int column, List<String> row) {
    ColumnType type = columns.get(column).type();
    if (type == ColumnType.POINTS && column > 0 && columns.get(column - 1).type().isLevel()) {
      boolean named = !row.isEmpty() && !row.get(column - 1).isEmpty();
      return named ? 0 : LatticeCosts.parameter("points_without_level");
    }
    if (row.isEmpty() || column == 0) {
      return 0;
    }
    String text = segments.text(from, to);
    if (type == ColumnType.FUNDING_POINTS) {
      return isUnlikelyScore(text) ? LatticeCosts.parameter("share_above_form") : 0;
    }
    if (type == ColumnType.PERCENT && columns.getFirst().type() == ColumnType.FUNDING_NAME) {
      return isRateOfAmounts(text, row) ? 0 : LatticeCosts.parameter("rate_unlike_amounts");
    }
    if (type == ColumnType.NOTE || type == ColumnType.TEXT) {
      double glued = type == ColumnType.NOTE ? unseparatedNoteCost(from, text) : 0;
      return glued > 0 || text.length() <= 2 || !hasFullMarks(column, row)
          ? glued
          : LatticeCosts.parameter("reason_of_full_marks");
    }
    if (type.isName() && segments.textClasses(from, to).contains(CellTextClass.TOTAL)) {
      return hasNameOnSameSide(row, column) ? LatticeCosts.parameter("total_behind_name") : 0;
    }
    String left = row.get(column - 1);
    ColumnType leftType = columns.get(column - 1).type();
    return type == ColumnType.ACTUAL && leftType == ColumnType.TARGET && !left.isEmpty()
        ? resultCost(left, text)
        : type == ColumnType.POINTS ? pointsCost(leftType, left, text) : 0;
  }

  /**
   * In text without separators, the cost of a note that holds several cells or begins with the end
   * of the cell before it; otherwise 0.
   */
  private double unseparatedNoteCost(int from, String text) {
    if (!layout.hasNoSeparators()) {
      return 0;
    }
    if (TEXT_OF_SEVERAL_CELLS.matcher(text).find()) {
      return LatticeCosts.parameter("glued_row_in_note");
    }
    if (CellTextClassifier.startsWithDigit(text)) {
      return LatticeCosts.parameter(
          STARTS_WITH_ONE_DECIMAL.matcher(text).lookingAt()
              ? "glued_decimal_in_note"
              : "glued_number_in_note");
    }
    return chunks.get(from).separator() == Separator.DIGIT_BOUNDARY
        ? LatticeCosts.parameter("glued_unit_in_note")
        : 0;
  }

  /** The cost of a result beside its target. */
  private static double resultCost(String target, String result) {
    if (target.equals(result)) {
      return -LatticeCosts.parameter("as_target");
    }
    if (hasDigit(target) != hasDigit(result)) {
      return LatticeCosts.parameter("unlike_target");
    }
    boolean unit = hasDigit(target) && !Character.isDigit(target.charAt(target.length() - 1));
    return unit && CellTextClassifier.isNumber(result)
        ? LatticeCosts.parameter("result_without_unit")
        : 0;
  }

  /** The cost of a weight, or of a score beside its weight. */
  private double pointsCost(ColumnType leftType, String left, String points) {
    boolean weight = leftType != ColumnType.POINTS;
    if (layout.hasNoSeparators() && isUnlikelyScore(points)) {
      return LatticeCosts.parameter("glued_points");
    }
    if (weight) {
      return layout.hasNoSeparators() && UNUSUAL_WEIGHT.matcher(points).matches()
          ? LatticeCosts.parameter("glued_weight")
          : 0;
    }
    if (!CellTextClassifier.isNumber(left) || !CellTextClassifier.isNumber(points)) {
      return 0;
    }
    int order =
        Double.compare(CellTextClassifier.toNumber(points), CellTextClassifier.toNumber(left));
    return order > 0
        ? LatticeCosts.parameter("score_above_weight")
        : order == 0 && layout.hasNoSeparators() ? -LatticeCosts.parameter("full_marks") : 0;
  }

  /** Whether a row has a name before a column, on its side of the table. */
  private boolean hasNameOnSameSide(List<String> row, int column) {
    return IntStream.iterate(
            column - 1, c -> c >= 0 && columns.get(c).type() != ColumnType.AMOUNT, c -> c - 1)
        .anyMatch(c -> columns.get(c).type().isName() && !row.get(c).isEmpty());
  }

  /**
   * Whether a text can be the rate in percent of the last amount of the row to one of its amounts.
   * Also true if the text is not a number or the row has fewer than two amounts.
   */
  private boolean isRateOfAmounts(String text, List<String> row) {
    Optional<BigDecimal> rate = AmountParser.parseNumber(text);
    List<BigDecimal> amounts =
        Column.indexesOf(ColumnType.AMOUNT, columns).stream()
            .map(c -> AmountParser.parseNumber(row.get(c)))
            .flatMap(Optional::stream)
            .toList();
    return rate.isEmpty()
        || amounts.size() < 2
        || amounts.stream().anyMatch(budget -> isRate(rate.get(), amounts.getLast(), budget));
  }

  private static boolean isRate(BigDecimal rate, BigDecimal spent, BigDecimal budget) {
    double percent = 100 * spent.doubleValue() / budget.doubleValue();
    return Math.abs(percent - rate.doubleValue()) < RATE_TOLERANCE;
  }

  /** Whether points are 0, as spreadsheets show an empty cell, or more than those of a form. */
  private static boolean isUnlikelyScore(String points) {
    return points.equals(EmissionCosts.EMPTY_REFERENCE_VALUE)
        || (CellTextClassifier.isNumber(points)
            && CellTextClassifier.toNumber(points) > MAX_POINTS);
  }

  /** Whether the two preceding columns have equal points (分值 and 得分), which means full marks. */
  private boolean hasFullMarks(int column, List<String> row) {
    return column > 1
        && columns.get(column - 1).type() == ColumnType.POINTS
        && columns.get(column - 2).type() == ColumnType.POINTS
        && CellTextClassifier.isNumber(row.get(column - 1))
        && row.get(column - 1).equals(row.get(column - 2));
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
