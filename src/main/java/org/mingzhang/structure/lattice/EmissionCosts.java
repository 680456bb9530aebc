package org.mingzhang.structure.lattice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The emission costs of a table: how well a segment of one or more chunks fits a column. Confined
 * to one thread and one table.
 */
final class EmissionCosts {
  private static final Pattern ONE_DECIMAL = Pattern.compile("\\d+\\.\\d");

  private static final Set<ColumnType> ONE_CHUNK_TYPES =
      EnumSet.of(
          ColumnType.SIGN,
          ColumnType.POINTS,
          ColumnType.COMPLETION_RATE,
          ColumnType.ORDINAL,
          ColumnType.CODE,
          ColumnType.AGENCY_CODE,
          ColumnType.PERCENT);

  /** The value that spreadsheets show for a reference to an empty cell. */
  static final String EMPTY_REFERENCE_VALUE = "0";

  private final List<Chunk> chunks;
  private final List<Column> columns;
  private final TextTableLayout layout;
  private final AccountSides sides;
  private final boolean hasUnitColumn;
  private final boolean hasIndicators;
  private final SegmentCosts segments;
  private final NameCosts names;
  private final RowContextCosts context;

  /**
   * Memoized context-free costs of the segments that begin with chunk {@link
   * #firstChunkOfContextFreeCosts}, in every column; NaN if not computed yet.
   */
  private final double[] contextFreeCosts;

  private int firstChunkOfContextFreeCosts = -1;

  EmissionCosts(List<Chunk> chunks, List<Column> columns, TextTableLayout layout) {
    this.chunks = chunks;
    this.columns = columns;
    this.layout = layout;
    this.segments = new SegmentCosts(chunks, layout);
    this.sides = AccountSides.find(columns);
    this.hasUnitColumn = columns.stream().anyMatch(c -> c.type() == ColumnType.UNIT);
    this.hasIndicators = Column.indexOf(ColumnType.LEVEL3, columns) >= 0;
    this.names = new NameCosts(chunks, columns, layout, segments);
    this.context = new RowContextCosts(chunks, columns, layout, segments);
    this.contextFreeCosts = new double[segments.maxSegmentLength(0) * columns.size()];
  }

  /** The sides of the table with revenue and expenditure. */
  AccountSides sides() {
    return sides;
  }

  /** The costs of the segments, independent of their column. */
  SegmentCosts segments() {
    return segments;
  }

  /**
   * The cost of the cell of chunks {@code from} to {@code to} (exclusive) in a column; infinite if
   * it cannot be such a cell, negative if there is evidence for it.
   *
   * @param row the cells of the row so far, one text for each column; empty for the first cell
   */
  double cost(int from, int to, int column, List<String> row) {
    if (from != firstChunkOfContextFreeCosts) {
      firstChunkOfContextFreeCosts = from;
      Arrays.fill(contextFreeCosts, Double.NaN);
    }
    int index = (to - from - 1) * columns.size() + column;
    if (Double.isNaN(contextFreeCosts[index])) {
      contextFreeCosts[index] = contextFreeCost(from, to, column);
    }
    double own = contextFreeCosts[index];
    return own < LatticeCosts.INFINITE_COST ? own + context.cost(from, to, column, row) : own;
  }

  /** The part of {@link #cost} that does not depend on the preceding cells of the row. */
  private double contextFreeCost(int from, int to, int column) {
    ColumnType type = columns.get(column).type();
    if (to - from > 1 && !layout.hasNoSeparators() && ONE_CHUNK_TYPES.contains(type)) {
      return LatticeCosts.INFINITE_COST;
    }
    double join = segments.cost(from, to);
    if (join >= LatticeCosts.INFINITE_COST) {
      return LatticeCosts.INFINITE_COST;
    }
    if (type == ColumnType.TEXT || type == ColumnType.NOTE) {
      join -= segments.listItemsDiscount(from, to);
    }
    double inner = segments.unusualContentCost(from, to);
    String text = segments.text(from, to);
    Set<CellTextClass> textClass = segments.textClasses(from, to);
    double classCost =
        type == ColumnType.NOTE && text.equals(EMPTY_REFERENCE_VALUE)
            ? LatticeCosts.parameter("zero_note")
            : LatticeCosts.emissionCost(type, textClass);
    if (classCost >= LatticeCosts.INFINITE_COST) {
      return LatticeCosts.INFINITE_COST;
    }
    double free = to - from > 1 && type.isNumeric() && !layout.hasNoSeparators() ? 1 : 0;
    return classCost
        + free
        + (type.isLevel() && classCost == 0 && segments.mayBeLevelName(from, to)
            ? Math.min(join, 0.1)
            : type == ColumnType.NOTE
                ? inner + (join - inner) * LatticeCosts.parameter("note_joins")
                : join)
        + (hasUnitColumn
                && (type == ColumnType.TARGET || type == ColumnType.ADJUSTED_TARGET)
                && textClass.contains(CellTextClass.NUMBER)
            ? -0.3
            : 0)
        + names.cost(type, from, to)
        + (type == ColumnType.LEVEL3 ? quantityInNameCost(from, to) : 0)
        + (type.isName() ? sides.wrongSideCost(column, text) : 0)
        + DateCosts.cutDateCost(text, to < chunks.size() ? chunks.get(to).text() : "")
        + (type == ColumnType.AMOUNT && hasIndicators ? nonMoneyCost(text, textClass) : 0)
        + (type == ColumnType.POINTS && layout.hasNoSeparators() ? splitDecimalCost(text, to) : 0)
        + misplacementCost(from, to, column)
        + (layout == TextTableLayout.STREAM
            ? LineWidthCosts.cost(
                segments.centeredPointsFinder().chunksWithoutPoints(from, to),
                columns.get(column).width())
            : 0);
  }

  /**
   * The cost of a text in a form's column of money that is neither a dash nor a number and does not
   * end with 元: a target such as ≥95% or 4处. 0 for other texts.
   */
  private static double nonMoneyCost(String text, Set<CellTextClass> textClass) {
    return textClass.contains(CellTextClass.NO_VALUE)
            || CellTextClassifier.isNumber(text)
            || text.endsWith("元")
        ? 0
        : LatticeCosts.parameter("unlike_money");
  }

  /**
   * The cost of a quantity behind a blank inside the name of an indicator, which is its target: a
   * number, a comparison sign or a date. 0 if there is none.
   */
  private double quantityInNameCost(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Chunk chunk = chunks.get(i);
      boolean blank =
          chunk.separator() == Separator.AUTO_SPACING
              || (layout == TextTableLayout.STREAM && !chunk.opensLine());
      if (!layout.hasNoSeparators()
          && segments.textClasses(i, i + 1).contains(CellTextClass.SIGN)) {
        return LatticeCosts.parameter("sign_in_name");
      }
      if ((blank && CellTextClassifier.startsWithDigit(chunk.text()))
          || DateCosts.isTargetDate(chunks.get(i - 1).text(), chunk.text())) {
        return LatticeCosts.parameter("quantity_in_name");
      }
    }
    return 0;
  }

  /** Whether a cell is a placeholder of a row that was not filled in: 指标2：, …… */
  boolean isPlaceholder(int from, int to) {
    return segments.textClasses(from, to).contains(CellTextClass.ELLIPSIS);
  }

  private double misplacementCost(int from, int to, int column) {
    int distance = distanceFromColumn(from, to, column);
    return distance < 0 ? 0 : Math.min(2.5, distance * LatticeCosts.parameter("misplaced"));
  }

  /**
   * Distance between a cell and the position of its column, in characters: that of their starts or
   * of their ends, whichever is less. Negative if the position is unknown or the cell covers
   * several lines.
   */
  private int distanceFromColumn(int from, int to, int column) {
    Column at = columns.get(column);
    return at.start() < 0 || chunks.get(from).line() != chunks.get(to - 1).line()
        ? -1
        : Math.min(
            Math.abs(chunks.get(to - 1).end() - at.end()),
            Math.abs(chunks.get(from).start() - at.start()));
  }

  /**
   * Whether a cell after wide white space stands at the position of its column, which shows that
   * the columns before it are blank.
   */
  boolean isAtColumnPosition(int from, int to, int column) {
    int distance = distanceFromColumn(from, to, column);
    return distance >= 0
        && distance <= LatticeCosts.parameter("near_place")
        && chunks.get(from).separator() == Separator.WIDE_BLANK;
  }

  private double splitDecimalCost(String points, int nextChunk) {
    return nextChunk < chunks.size()
            && CellTextClassifier.startsWithDigit(chunks.get(nextChunk).text())
            && ONE_DECIMAL.matcher(points).matches()
        ? LatticeCosts.parameter("glued_decimal")
        : 0;
  }

  /**
   * The ordinal in a cell of a column of ordinals; {@code defaultOrdinal} for other columns and for
   * cells of several chunks or of anything but up to four digits.
   */
  int ordinalOrDefault(int from, int to, int column, int defaultOrdinal) {
    if (columns.get(column).type() != ColumnType.ORDINAL || to - from > 1) {
      return defaultOrdinal;
    }
    String text = chunks.get(from).text();
    return text.length() <= 4 && text.chars().allMatch(Character::isDigit)
        ? Integer.parseInt(text)
        : defaultOrdinal;
  }

  /**
   * The cost of a row ordinal that does not follow that of the row before; 0 for cells without an
   * ordinal.
   *
   * @param previousOrdinal the last ordinal in the column; 0, which any ordinal may follow, if
   *     there is none yet
   */
  double ordinalStepCost(int from, int to, int column, int previousOrdinal) {
    int number = ordinalOrDefault(from, to, column, -1);
    return number < 0 || number == previousOrdinal + 1 || previousOrdinal == 0
        ? 0
        : LatticeCosts.parameter("ordinal_step");
  }
}
