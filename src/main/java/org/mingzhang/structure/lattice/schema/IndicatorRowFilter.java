package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;

/**
 * Selects the rows of a reading that can be indicators: rows with a target, a result, a sign or
 * points, none of them above 100, and with a name that is whole and not that of a level or a
 * column. Rows without a name are kept with their level names only, since these apply to the rows
 * below.
 */
public final class IndicatorRowFilter {
  private static final Set<CellTextClass> NON_NAME_CLASSES =
      Set.of(
          CellTextClass.LEVEL1,
          CellTextClass.LEVEL2,
          CellTextClass.TITLE,
          CellTextClass.ELLIPSIS,
          CellTextClass.TOTAL,
          CellTextClass.QUANTITY,
          CellTextClass.PLACEHOLDER,
          CellTextClass.UNIT);

  private static final Set<ColumnType> VALUE_TYPES =
      EnumSet.of(ColumnType.TARGET, ColumnType.ACTUAL, ColumnType.SIGN, ColumnType.POINTS);

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(IndicatorRowFilter.class);
  private static final Pattern INDICATOR_NAME = PATTERNS.get("name-as-value");
  private static final Pattern TORN_NAME = PATTERNS.get("torn-name");

  private static final double MAX_POINTS = 100;

  /** Points are considered filled in if at least one in this many rows has them. */
  private static final int MAX_ROWS_PER_SCORE = 3;

  private final List<Column> columns;

  public IndicatorRowFilter(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * The rows that can be indicators, and the rows without a name, of which only the level names are
   * left. A row above one that has a quantity in place of its name is dropped, because it holds
   * cells of both rows. If all rows were on one line and enough of them have points, rows without
   * points are dropped too.
   */
  public List<List<String>> selectIndicators(List<List<String>> rows, TextTableLayout layout) {
    boolean scored = layout == TextTableLayout.SINGLE_LINE && haveEnoughPoints(rows);
    List<List<String>> kept = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      boolean named = !indicatorName(row).isEmpty();
      boolean shifted =
          r + 1 < rows.size()
              && CellTextClassifier.isOfClass(
                  indicatorName(rows.get(r + 1)), CellTextClass.QUANTITY);
      boolean unscored = scored && firstText(row, ColumnType.POINTS).isEmpty();
      if (!named || (isIndicator(row) && !shifted && !unscored)) {
        kept.add(named ? row : keepLevelNamesOnly(row));
      }
    }
    return kept;
  }

  /** Whether enough rows have points for the column of points to be considered read correctly. */
  private boolean haveEnoughPoints(List<List<String>> rows) {
    List<List<String>> indicators = rows.stream().filter(this::isIndicator).toList();
    long points =
        indicators.stream().filter(row -> !firstText(row, ColumnType.POINTS).isEmpty()).count();
    return MAX_ROWS_PER_SCORE * points >= indicators.size();
  }

  /** The name of a row's indicator; empty if it has none. */
  public String indicatorName(List<String> row) {
    return firstText(row, ColumnType.LEVEL3);
  }

  /** Whether a row has the name of an indicator that is not a placeholder (……). */
  public boolean hasIndicatorName(List<String> row) {
    String name = indicatorName(row);
    return !name.isEmpty() && !CellTextClassifier.isOfClass(name, CellTextClass.ELLIPSIS);
  }

  /**
   * Whether the target or the result of a named row reads like the name of another indicator
   * (苗木成活率). If that is so in most rows, the order of the cells is lost.
   */
  public boolean hasNameAsValue(List<String> row) {
    return hasIndicatorName(row)
        && Stream.of(ColumnType.TARGET, ColumnType.ACTUAL)
            .anyMatch(type -> INDICATOR_NAME.matcher(firstText(row, type)).matches());
  }

  private boolean isIndicator(List<String> row) {
    Set<CellTextClass> textClass = CellTextClassifier.classify(indicatorName(row));
    boolean level =
        textClass.contains(CellTextClass.EITHER_LEVEL)
            && firstText(row, ColumnType.TARGET).isEmpty();
    return VALUE_TYPES.stream().anyMatch(type -> !firstText(row, type).isEmpty())
        && !level
        && !TORN_NAME.matcher(indicatorName(row)).find()
        && !NON_NAME_CLASSES.containsAll(textClass)
        && hasPossiblePoints(row);
  }

  private boolean hasPossiblePoints(List<String> row) {
    return Column.indexesOf(ColumnType.POINTS, columns).stream()
        .map(row::get)
        .filter(CellTextClassifier::isNumber)
        .allMatch(points -> CellTextClassifier.toNumber(points) <= MAX_POINTS);
  }

  private List<String> keepLevelNamesOnly(List<String> row) {
    return IntStream.range(0, columns.size())
        .mapToObj(c -> columns.get(c).type().isLevel() ? row.get(c) : "")
        .toList();
  }

  private String firstText(List<String> row, ColumnType type) {
    return Column.indexesOf(type, columns).stream()
        .map(row::get)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
