package org.mingzhang.structure.lattice.pitch;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.text.PatternTable;

/** Row costs of a performance form. Confined to one thread and one table. */
final class FormRowCosts implements RowCosts {
  private static final Set<ColumnType> VALUE_TYPES =
      EnumSet.of(ColumnType.TARGET, ColumnType.ACTUAL, ColumnType.ADJUSTED_TARGET);
  private static final Set<CellTextClass> WHOLE_VALUE_CLASSES =
      EnumSet.of(CellTextClass.QUANTITY, CellTextClass.PERCENT);
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FormRowCosts.class);
  private static final Pattern NAME_IN_LEVEL_COLUMN = PATTERNS.get("name-in-level-column");
  private static final Pattern NUMBER = Pattern.compile("[\\d.,]+分?");

  private final FixedPitchTableBody body;
  private final CellLayoutCosts layoutCosts;
  private final int anchorColumn;

  FormRowCosts(FixedPitchTableBody body, CellAlignment alignment) {
    this.body = body;
    this.layoutCosts = new CellLayoutCosts(body, alignment);
    int[] numbers = new int[body.columns().size()];
    for (int line = 0; line < body.size(); line++) {
      for (int c = 0; c < body.columns().size(); c++) {
        numbers[c] += NUMBER.matcher(body.text(line, c)).matches() ? 1 : 0;
      }
    }
    this.anchorColumn = findAnchorColumn(numbers);
  }

  /**
   * Index of the column of points or amounts with the most numbers, which has one number in each
   * row; -1 if there is none.
   */
  private int findAnchorColumn(int[] numberCounts) {
    int best = -1;
    for (int c = 0; c < numberCounts.length; c++) {
      ColumnType type = columnType(c);
      boolean may = type == ColumnType.POINTS || type == ColumnType.AMOUNT;
      best = may && numberCounts[c] > (best < 0 ? 0 : numberCounts[best]) ? c : best;
    }
    return best;
  }

  private ColumnType columnType(int column) {
    return body.columns().get(column).type();
  }

  /**
   * Whether each cell of a column belongs to a single row; this is not so for level names, which
   * apply to several rows.
   */
  static boolean isSingleRowColumn(Column column) {
    return column.type() != ColumnType.LEVEL1 && column.type() != ColumnType.LEVEL2;
  }

  @Override
  public boolean hasTextOtherThanLevelNames(int line) {
    for (int c = 0; c < body.columns().size(); c++) {
      if (isSingleRowColumn(body.columns().get(c)) && !body.text(line, c).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double cost(int from, int to) {
    int first = from;
    while (first < to && !hasTextOtherThanLevelNames(first)) {
      first++;
    }
    if (first == to) {
      return LatticeCosts.INFINITE_COST;
    }
    double anchor = findVerticalCenterOfNumbers(first, to);
    if (anchor < 0) {
      return LatticeCosts.INFINITE_COST;
    }
    double sum = LatticeCosts.parameter("row");
    if (anchorColumn >= 0 && layoutCosts.filledLines(anchorColumn, from, to).isEmpty()) {
      sum += LatticeCosts.parameter("pitch_no_points");
    }
    for (int c = 0; c < body.columns().size() && sum < LatticeCosts.INFINITE_COST; c++) {
      if (isSingleRowColumn(body.columns().get(c))) {
        List<Integer> lines = layoutCosts.filledLines(c, from, to);
        boolean leftOfColumn =
            columnType(c) == ColumnType.LEVEL3
                && lines.isEmpty()
                && !nameInLevelColumn(body, from, to).isEmpty();
        sum +=
            leftOfColumn
                ? LatticeCosts.parameter("pitch_name_as_level")
                : cellCost(c, lines, first, anchor);
      }
    }
    return sum;
  }

  /**
   * The name of the indicator of a row without text in the column of names, if the last column of
   * levels has it (预算执行 beside 预算执行率); empty if there is no such name.
   *
   * @param from first line of the row
   * @param to index after its last line
   */
  static String nameInLevelColumn(FixedPitchTableBody body, int from, int to) {
    int column = Column.indexOf(ColumnType.LEVEL2, body.columns());
    List<String> texts =
        column < 0
            ? List.of()
            : IntStream.range(from, to)
                .mapToObj(line -> body.text(line, column))
                .filter(text -> !text.isEmpty())
                .toList();
    String name = texts.size() == 1 ? texts.getFirst() : "";
    boolean level = IndicatorLevelNames.isLevelName(name);
    return !level && NAME_IN_LEVEL_COLUMN.matcher(name).find() ? name : "";
  }

  /**
   * Vertical position, in lines, of the row's text in the anchor column, or of its target if the
   * table has no anchor column; the middle of the range if there is no such text. Negative if
   * several lines have text in the anchor column, so that they are not one row.
   */
  private double findVerticalCenterOfNumbers(int from, int to) {
    int column = anchorColumn;
    if (column < 0) {
      for (int c = 0; c < body.columns().size(); c++) {
        column = columnType(c) == ColumnType.TARGET ? c : column;
      }
    }
    List<Integer> lines = column < 0 ? List.of() : layoutCosts.filledLines(column, from, to);
    if (anchorColumn >= 0 && lines.size() > 1) {
      return -1;
    }
    return lines.isEmpty() ? (from + to - 1) / 2.0 : CellLayoutCosts.center(lines);
  }

  private double cellCost(int column, List<Integer> lines, int firstLine, double anchor) {
    ColumnType type = columnType(column);
    if (lines.isEmpty()) {
      return blankCost(type);
    }
    boolean single = type == ColumnType.POINTS || type == ColumnType.FUNDING_POINTS;
    if (single && lines.size() > 1) {
      return LatticeCosts.INFINITE_COST;
    }
    List<String> texts = layoutCosts.texts(column, lines);
    String text = String.join("", texts);
    double like = LatticeCosts.emissionCost(type, CellTextClassifier.classify(text));
    double sum = Math.min(like, LatticeCosts.parameter("pitch_unlike"));
    if (type == ColumnType.LEVEL3 && text.length() == 1) {
      sum += LatticeCosts.parameter("pitch_single_character");
    }
    if (type == ColumnType.AMOUNT
        && texts.stream().filter(CellTextClassifier::isNumber).count() > 1) {
      sum += LatticeCosts.parameter("pitch_two_values");
    }
    if (VALUE_TYPES.contains(type)
        && texts.size() > 1
        && texts.stream().allMatch(FormRowCosts::isWholeValue)) {
      sum += LatticeCosts.parameter("pitch_two_values");
    }
    return sum + layoutCosts.cost(column, lines, firstLine, anchor);
  }

  private static boolean isWholeValue(String text) {
    return CellTextClassifier.classify(text).stream().anyMatch(WHOLE_VALUE_CLASSES::contains);
  }

  private double blankCost(ColumnType type) {
    return switch (type) {
      case LEVEL3, FUNDING_NAME -> LatticeCosts.INFINITE_COST;
      case TARGET -> LatticeCosts.parameter("pitch_no_target");
      case ACTUAL -> LatticeCosts.parameter("pitch_no_result");
      default -> 0;
    };
  }
}
