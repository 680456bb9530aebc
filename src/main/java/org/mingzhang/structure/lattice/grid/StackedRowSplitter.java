package org.mingzhang.structure.lattice.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;

/**
 * Splits the rows of performance forms in which one row of cells holds several indicators, one on
 * each line: converters to Markdown and HTML write {@code 改造路灯盏数<br>敷设电缆长度} beside {@code
 * ≥1260盏<br>≥38.5公里}. A row is split if its name and all its values have the same number of lines,
 * each with a whole name or a whole value. Cells with one line then cover all of the new rows. Use
 * it only for formats without positions; in tables on pages, most line breaks come from narrow
 * cells. Stateless.
 */
public final class StackedRowSplitter {
  private static final Set<IndicatorRole> VALUE_ROLES =
      EnumSet.of(
          IndicatorRole.TARGET,
          IndicatorRole.ADJUSTED_TARGET,
          IndicatorRole.ACTUAL,
          IndicatorRole.WEIGHT,
          IndicatorRole.SCORE);

  private static final Set<CellTextClass> FIGURE_CLASSES =
      EnumSet.of(
          CellTextClass.QUANTITY,
          CellTextClass.PERCENT,
          CellTextClass.DATE,
          CellTextClass.NUMBER,
          CellTextClass.POINTS,
          CellTextClass.ORDINAL,
          CellTextClass.CODE,
          CellTextClass.NO_VALUE);

  private static final Set<CellTextClass> WORD_CLASSES =
      EnumSet.of(CellTextClass.GRADE, CellTextClass.SHORT_TEXT, CellTextClass.WORDS);

  /**
   * Minimum length of a name, or of a value in words. Shorter lines may come from a narrow cell in
   * which the text wraps.
   */
  private static final int MIN_TEXT_LENGTH = 4;

  private StackedRowSplitter() {}

  /**
   * Splits a table into rows with one indicator each. Returns the table itself if no row certainly
   * has several indicators, or if it has edges or is already recognized.
   */
  public static TableBlock split(TableBlock table) {
    if (!table.edges().isEmpty()
        || table.isRecognizedByOcr()
        || table.cells().stream().noneMatch(cell -> cell.text().indexOf('\n') >= 0)) {
      return table;
    }
    Grid grid = new Grid(table);
    int[] lines = new int[grid.rows()];
    Map<Integer, IndicatorRole> roles = new TreeMap<>();
    boolean any = false;
    for (int row = 0; row < grid.rows(); row++) {
      Map<Integer, IndicatorRole> titles = findRoles(grid, row);
      roles = titles.isEmpty() ? roles : titles;
      lines[row] =
          titles.isEmpty() && !roles.isEmpty() ? countStackedIndicators(grid, row, roles) : 1;
      any |= lines[row] > 1;
    }
    return any ? splitRows(table, lines) : table;
  }

  /**
   * The roles of the columns if a row contains the titles of names and targets; empty for other
   * rows.
   */
  private static Map<Integer, IndicatorRole> findRoles(Grid grid, int row) {
    Map<Integer, IndicatorRole> roles = new TreeMap<>();
    for (int c = 0; c < grid.columns(); c++) {
      IndicatorRole role = IndicatorRole.findByHeading(grid.text(row, c));
      if (role != null) {
        roles.put(c, role);
      }
    }
    return roles.containsValue(IndicatorRole.LEVEL3) && roles.containsValue(IndicatorRole.TARGET)
        ? roles
        : Map.of();
  }

  /** Number of indicators that a row of cells holds; 1 if that is not certain. */
  private static int countStackedIndicators(Grid grid, int row, Map<Integer, IndicatorRole> roles) {
    int count = 0;
    boolean figures = false;
    boolean targeted = false;
    for (Map.Entry<Integer, IndicatorRole> column : roles.entrySet()) {
      IndicatorRole role = column.getValue();
      List<String> lines = cellLines(grid, row, column.getKey());
      boolean value = VALUE_ROLES.contains(role);
      if (lines.isEmpty() || (!value && role != IndicatorRole.LEVEL3)) {
        continue;
      }
      count = count == 0 ? lines.size() : count;
      if (lines.size() < 2
          || lines.size() != count
          || !lines.stream().allMatch(line -> value ? mayBeValue(line) : mayBeName(line))) {
        return 1;
      }
      targeted |= role == IndicatorRole.TARGET;
      figures |= value && areSeparateValues(lines);
    }
    return targeted && figures ? count : 1;
  }

  private static List<String> cellLines(Grid grid, int row, int column) {
    TableBlock.Cell cell = grid.cell(row, column);
    return cell == null || cell.row() != row || cell.rowSpan() > 1
        ? List.of()
        : cell.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static boolean mayBeName(String line) {
    Set<CellTextClass> classes = CellTextClassifier.classify(line);
    return line.length() >= MIN_TEXT_LENGTH
        && Collections.disjoint(classes, FIGURE_CLASSES)
        && !classes.contains(CellTextClass.SIGN)
        && !classes.contains(CellTextClass.ELLIPSIS);
  }

  private static boolean mayBeValue(String line) {
    Set<CellTextClass> classes = CellTextClassifier.classify(line);
    return !Collections.disjoint(classes, FIGURE_CLASSES)
        || (!Collections.disjoint(classes, WORD_CLASSES) && line.length() >= MIN_TEXT_LENGTH);
  }

  /** Whether lines are separate values, as opposed to one value that wraps. */
  private static boolean areSeparateValues(List<String> lines) {
    boolean words =
        lines.stream()
            .allMatch(
                line -> Collections.disjoint(CellTextClassifier.classify(line), FIGURE_CLASSES));
    boolean grades =
        lines.stream().allMatch(line -> CellTextClassifier.isOfClass(line, CellTextClass.GRADE));
    return words
        ? grades
        : Stream.of(lines.getFirst()).allMatch(lines.getLast()::equals)
            || Collections.disjoint(
                CellTextClassifier.classify(String.join("", lines)), FIGURE_CLASSES);
  }

  private static TableBlock splitRows(TableBlock table, int[] lineCounts) {
    int[] starts = new int[lineCounts.length + 1];
    for (int row = 0; row < lineCounts.length; row++) {
      starts[row + 1] = starts[row] + lineCounts[row];
    }
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (TableBlock.Cell cell : table.cells()) {
      int end = Math.min(lineCounts.length, cell.row() + cell.rowSpan());
      int from = starts[cell.row()];
      List<String> texts = cell.text().lines().filter(line -> !line.isBlank()).toList();
      int count = lineCounts[cell.row()];
      boolean level =
          texts.stream().noneMatch(IndicatorLevelNames::isLevelName)
              && IndicatorLevelNames.isLevelName(String.join("", texts));
      if (cell.rowSpan() == 1 && count > 1 && texts.size() == count && !level) {
        for (int i = 0; i < count; i++) {
          cells.add(
              new TableBlock.Cell(from + i, cell.column(), 1, cell.columnSpan(), texts.get(i)));
        }
      } else {
        cells.add(
            new TableBlock.Cell(
                from, cell.column(), starts[end] - from, cell.columnSpan(), cell.text()));
      }
    }
    return new TableBlock(
        table.page(), starts[lineCounts.length], table.columns(), cells, table.edges());
  }
}
