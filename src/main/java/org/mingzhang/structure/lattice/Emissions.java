package org.mingzhang.structure.lattice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The costs of cells, made of one chunk or several, in the columns of a table. Confined to one
 * thread and one table.
 */
final class Emissions {
  private static final Pattern COUNTED_OR_BARE = Pattern.compile("\\d.*");
  private static final Pattern ONE_DECIMAL = Pattern.compile("\\d+\\.\\d");
  private static final Set<ColumnType> ONE_CHUNK =
      EnumSet.of(
          ColumnType.SIGN,
          ColumnType.POINTS,
          ColumnType.RATE,
          ColumnType.ORDINAL,
          ColumnType.CODE,
          ColumnType.BODY_CODE,
          ColumnType.PERCENT);

  /** What a spreadsheet shows for a cell that takes over an empty one. */
  private static final String NOTHING = "0";

  private static final double POINTS_OF_A_FORM = 100;

  private final List<Chunk> chunks;
  private final List<Column> columns;
  private final Layout layout;
  private final boolean measured;
  private final Joins joins;

  Emissions(List<Chunk> chunks, List<Column> columns, Layout layout) {
    this.chunks = chunks;
    this.columns = columns;
    this.layout = layout;
    this.joins = new Joins(chunks, layout);
    this.measured = columns.stream().anyMatch(c -> c.type() == ColumnType.MEASURE);
  }

  /** The cells that chunks may make. */
  Joins joins() {
    return joins;
  }

  /**
   * What a cell costs.
   *
   * @param row the cells of the row so far, a text for each column
   */
  double cell(int from, int to, int column, List<String> row) {
    ColumnType type = columns.get(column).type();
    if (to - from > 1 && !layout.glued() && ONE_CHUNK.contains(type)) {
      return CostModel.NEVER;
    }
    double join = joins.cost(from, to);
    if (join >= CostModel.NEVER) {
      return CostModel.NEVER;
    }
    double inner = joins.inner(from, to);
    String text = joins.text(from, to);
    Set<CellShape> shape = joins.shape(from, to);
    double like =
        type == ColumnType.NOTE && text.equals(NOTHING)
            ? CostModel.limit("zero_note")
            : CostModel.emission(type, shape);
    if (like >= CostModel.NEVER) {
      return CostModel.NEVER;
    }
    double free = to - from > 1 && type.numeric() && !layout.glued() ? 1 : 0;
    return like
        + free
        + (type.isLevel() && like == 0 && joins.torn(from, to)
            ? Math.min(join, 0.1)
            : type == ColumnType.NOTE
                ? inner + (join - inner) * CostModel.limit("note_joins")
                : join)
        + (measured && type == ColumnType.TARGET && shape.contains(CellShape.NUMBER) ? -0.3 : 0)
        + (type == ColumnType.LEVEL3 ? quantityInName(from, to) : 0)
        + (type == ColumnType.LABEL ? listedInLabel(from, to) : 0)
        + (type == ColumnType.POINTS && layout.glued() ? decimalTorn(text, to) : 0)
        + misplaced(from, to, column)
        + (layout == Layout.STREAM
            ? WrappedLines.cost(joins.lines(from, to), columns.get(column).width())
            : 0)
        + context(text, column, row);
  }

  /** That lines which begin with a number of a list are no names of their own: 2、, （一）, 其中：. */
  private double listedInLabel(int from, int to) {
    double sum = 0;
    for (int i = from + 1; i < to; i++) {
      boolean listed = joins.shape(i, i + 1).contains(CellShape.LISTED);
      sum += listed && chunks.get(i).opensLine() ? CostModel.limit("listed_in_label") : 0;
    }
    return sum;
  }

  private double quantityInName(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      boolean blank = !chunks.get(i).opensLine();
      if (layout == Layout.STREAM
          && blank
          && COUNTED_OR_BARE.matcher(chunks.get(i).text()).matches()) {
        return CostModel.limit("quantity_in_name");
      }
    }
    return 0;
  }

  /** Whether a cell is that of a row which nobody filled in: 指标2：, …… */
  boolean unfilled(int from, int to) {
    return joins.shape(from, to).contains(CellShape.ELLIPSIS);
  }

  private double misplaced(int from, int to, int column) {
    Column at = columns.get(column);
    if (at.start() < 0 || chunks.get(from).line() != chunks.get(to - 1).line()) {
      return 0;
    }
    int off =
        Math.min(
            Math.abs(chunks.get(to - 1).end() - at.end()),
            Math.abs(chunks.get(from).start() - at.start()));
    return Math.min(2.5, off * CostModel.limit("misplaced"));
  }

  /** What a cell costs beside those before it in its row. */
  private double context(String text, int column, List<String> row) {
    ColumnType type = columns.get(column).type();
    if (row.isEmpty() || column == 0) {
      return 0;
    }
    boolean numbered = layout.glued() && COUNTED_OR_BARE.matcher(text).matches();
    if (type == ColumnType.NOTE && numbered) {
      return CostModel.limit("glued_number_in_note");
    }
    if ((type == ColumnType.NOTE || type == ColumnType.TEXT)
        && text.length() > 2
        && fullMarks(column, row)) {
      return CostModel.limit("reason_of_full_marks");
    }
    String left = row.get(column - 1);
    ColumnType leftType = columns.get(column - 1).type();
    if (type == ColumnType.ACTUAL && leftType == ColumnType.TARGET && !left.isEmpty()) {
      if (left.equals(text)) {
        return -CostModel.limit("as_target");
      }
      boolean same = digits(left) == digits(text);
      return same ? 0 : CostModel.limit("unlike_target");
    }
    if (type == ColumnType.POINTS && layout.glued() && unlikely(text)) {
      return CostModel.limit("glued_points");
    }
    if (type == ColumnType.POINTS
        && leftType == ColumnType.POINTS
        && Shapes.number(left)
        && Shapes.number(text)) {
      return Double.parseDouble(text) > Double.parseDouble(left)
          ? CostModel.limit("score_above_weight")
          : 0;
    }
    return 0;
  }

  private double decimalTorn(String points, int next) {
    boolean torn =
        ONE_DECIMAL.matcher(points).matches()
            && next < chunks.size()
            && COUNTED_OR_BARE.matcher(chunks.get(next).text()).matches();
    return torn ? CostModel.limit("glued_decimal") : 0;
  }

  private static boolean unlikely(String points) {
    return points.equals(NOTHING)
        || (Shapes.number(points) && Double.parseDouble(points) > POINTS_OF_A_FORM);
  }

  /** Whether all points that can be had stand just before a column. */
  private boolean fullMarks(int column, List<String> row) {
    return column > 1
        && columns.get(column - 1).type() == ColumnType.POINTS
        && columns.get(column - 2).type() == ColumnType.POINTS
        && Shapes.number(row.get(column - 1))
        && row.get(column - 1).equals(row.get(column - 2));
  }

  private static boolean digits(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** The number of the row that a cell is, else the one before. */
  int ordinal(int from, int to, int column, int before) {
    if (columns.get(column).type() != ColumnType.ORDINAL || to - from > 1) {
      return before;
    }
    String text = chunks.get(from).text();
    return text.length() <= 4 && text.chars().allMatch(Character::isDigit)
        ? Integer.parseInt(text)
        : before;
  }

  /** That the number of a row does not follow that of the row before. */
  double ordinalStep(int from, int to, int column, int before) {
    int number = ordinal(from, to, column, -1);
    return number < 0 || number == before + 1 || before == 0 ? 0 : CostModel.limit("ordinal_step");
  }
}
