package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.text.PatternTable;

/**
 * Reads one performance form row by row. A header, which may be repeated for each goal, determines
 * the columns. A level name also applies to the rows below it with merged or blank level cells,
 * until the next name, goal or header. Confined to one thread and one form.
 */
final class PerformanceFormReader {
  /** Maximum number of rows of a form above its indicators. */
  private static final int MAX_HEAD_ROWS = 16;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PerformanceFormReader.class);
  private static final Pattern UNIT_ALONE = PATTERNS.get("unit-alone");
  private static final Pattern BLANK_VALUE = PATTERNS.get("blank-value");
  private static final Pattern PART_OF_YEAR = PATTERNS.get("part-of-year");

  private static final List<IndicatorRole> ROLES_OF_BROKEN_ROW =
      List.of(IndicatorRole.LEVEL3, IndicatorRole.TARGET, IndicatorRole.ACTUAL, IndicatorRole.NOTE);

  private final Grid grid;
  private final List<Integer> rowPages;
  private final List<IndicatorDraft> drafts = new ArrayList<>();
  private @Nullable IndicatorColumns columns;
  private List<CarriedLevelNames> carriedLevelNames = List.of();
  private boolean hasTwoColumnSets;
  private boolean hasPartOfYearResults;
  private boolean belowRepeatedHeader;
  private @Nullable String currentGoal;
  private @Nullable String overallGoal;
  private @Nullable String project;

  /** Creates a reader of one grid; {@code project} is the project named above it, or null. */
  PerformanceFormReader(Grid grid, List<Integer> rowPages, @Nullable String project) {
    this.grid = grid;
    this.rowPages = rowPages;
    this.project = project;
  }

  /**
   * Reads all rows of the form; {@code caption} is its caption. May be called only once. If a
   * header has two sets of columns, equal rows are returned once.
   */
  List<Indicator> read(String sectionPath, String caption) {
    hasPartOfYearResults = PART_OF_YEAR.matcher(caption).find();
    int row = 0;
    while (row < grid.rows()) {
      IndicatorColumns header = IndicatorColumns.readAt(grid, row);
      if (header != null) {
        belowRepeatedHeader = repeatsLastHeader(header, row);
        columns = header;
        hasPartOfYearResults |= header.hasTitle(grid, row, IndicatorRole.ACTUAL, PART_OF_YEAR);
        hasTwoColumnSets |= header.columnSets().size() > 1;
        if (!belowRepeatedHeader) {
          resetCarriedLevelNames();
        }
        row += header.headerRowCount();
      } else {
        readRow(row);
        belowRepeatedHeader = false;
        row++;
      }
    }
    IndicatorDraft.FormContext context =
        new IndicatorDraft.FormContext(
            sectionPath, caption, project, overallGoal, hasPartOfYearResults);
    Stream<Indicator> rows = drafts.stream().map(draft -> draft.toIndicator(context));
    return (hasTwoColumnSets ? rows.distinct() : rows).toList();
  }

  /**
   * Whether a header repeats the last one, so that the levels of the rows above it also apply below
   * it: it has the same columns, and it begins another page or the first row below it has no name
   * of a first level.
   */
  private boolean repeatsLastHeader(IndicatorColumns header, int row) {
    IndicatorColumns last = columns;
    if (last == null
        || last.columnSets().size() != header.columnSets().size()
        || !IntStream.range(0, last.columnSets().size())
            .allMatch(
                i ->
                    last.columnSets()
                        .get(i)
                        .keySet()
                        .equals(header.columnSets().get(i).keySet()))) {
      return false;
    }
    int below = row + header.headerRowCount();
    boolean named =
        below >= grid.rows()
            || !new RowValues(grid, below, header.columnSets().getFirst())
                .ownText(IndicatorRole.LEVEL1)
                .isEmpty();
    return !named || !rowPages.get(row).equals(rowPages.get(row - 1));
  }

  private void resetCarriedLevelNames() {
    IndicatorColumns header = columns;
    if (header != null) {
      carriedLevelNames = header.columnSets().stream().map(set -> new CarriedLevelNames()).toList();
    }
  }

  private void readRow(int row) {
    List<String> words = grid.nonEmptyTexts(row);
    if (words.isEmpty() || PerformanceFormRowClassifier.isColumnNumberRow(words)) {
      return;
    }
    IndicatorColumns header = columns;
    boolean label = header == null || header.hasTextBeforeNames(grid, row);
    String first = words.get(0);
    if (label && PerformanceFormRowClassifier.isProjectLabel(first) && hasHeaderBelow(row)) {
      columns = null; // a header follows, so another form begins here
      header = null;
    }
    if (label
        && (tryReadGoal(words)
            || tryReadProject(words)
            || PerformanceFormRowClassifier.isPointsTotalLabel(first))) {
      return;
    }
    if (header == null) {
      readOverallGoal(row);
    } else if (label && PerformanceFormRowClassifier.isLabelAfterIndicators(first)) {
      columns = null;
    } else {
      for (int i = 0; i < header.columnSets().size(); i++) {
        readIndicator(row, header.columnSets().get(i), carriedLevelNames.get(i));
      }
    }
  }

  /** Whether a header follows within a few rows, so that another form begins here. */
  private boolean hasHeaderBelow(int row) {
    for (int r = row + 1; r < Math.min(grid.rows(), row + MAX_HEAD_ROWS); r++) {
      if (IndicatorColumns.readAt(grid, r) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean tryReadGoal(List<String> words) {
    String text = PerformanceFormRowClassifier.textAfterGoalLabel(words.get(0));
    if (text == null) {
      return false;
    }
    String whole = text.isEmpty() && words.size() > 1 ? words.get(1) : text;
    currentGoal = whole.isEmpty() || IndicatorRole.findByHeading(whole) != null ? null : whole;
    resetCarriedLevelNames();
    return true;
  }

  private boolean tryReadProject(List<String> words) {
    if (!PerformanceFormRowClassifier.isProjectLabel(words.get(0))) {
      return false;
    }
    project = words.size() > 1 ? words.get(1) : project;
    return true;
  }

  /** Reads the overall goal, which is to the right of 年度总体目标 or in the row below the words 预期目标. */
  private void readOverallGoal(int row) {
    for (int c = 0; c < grid.columns(); c++) {
      if (overallGoal != null
          || !PerformanceFormRowClassifier.isOverallGoalLabel(grid.text(row, c))) {
        continue;
      }
      int next = c + 1;
      while (next < grid.columns()
          && (grid.isSameCell(row, c, row, next) || grid.text(row, next).isEmpty())) {
        next++;
      }
      if (next < grid.columns()) {
        boolean headed = PerformanceFormRowClassifier.isGoalHeading(grid.text(row, next));
        String text = headed ? textBelow(row, next) : grid.text(row, next);
        overallGoal = text.isEmpty() || IndicatorRole.findByHeading(text) != null ? null : text;
      }
    }
  }

  private String textBelow(int row, int column) {
    return row + 1 < grid.rows() ? grid.ownText(row + 1, column) : "";
  }

  private void readIndicator(
      int row,
      Map<IndicatorRole, IndicatorColumns.ColumnRange> columnsByRole,
      CarriedLevelNames carriedNames) {
    RowValues values = new RowValues(grid, row, columnsByRole);
    if (values.isNameMergedWithTarget()) {
      return;
    }
    carriedNames.update(values, drafts);
    String name = values.get(IndicatorRole.LEVEL3);
    if (name.isEmpty() && !columnsByRole.containsKey(IndicatorRole.LEVEL3)) {
      name = values.get(IndicatorRole.LEVEL2);
    }
    if (name.isEmpty() || CellText.isEllipsis(name) || isPlaceholder(name, values)) {
      appendToLastRow(values, name);
      return;
    }
    if (IndicatorLevelNames.isOnlyLevelName(name)) {
      return; // the cells of this row are not in the columns of the header
    }
    if (continuesBrokenRow(values, row)) {
      for (IndicatorRole role : ROLES_OF_BROKEN_ROW) {
        drafts.getLast().append(role, values.ownText(role));
      }
      return;
    }
    IndicatorDraft draft = new IndicatorDraft(currentGoal, rowPages.get(row));
    for (IndicatorRole role : IndicatorRole.values()) {
      draft.put(role, values.get(role));
    }
    for (IndicatorRole role : List.of(IndicatorRole.PROJECT, IndicatorRole.GOAL)) {
      copyFromRowAbove(draft, role);
    }
    draft.put(IndicatorRole.LEVEL1, carriedNames.firstLevelName());
    draft.put(IndicatorRole.LEVEL2, carriedNames.secondLevelName());
    draft.put(IndicatorRole.LEVEL3, name);
    drafts.add(draft);
  }

  /**
   * Whether a row without level names is the rest of the last row, which a page break divides: its
   * target is only the unit of the number that is the target there.
   */
  private boolean continuesBrokenRow(RowValues values, int row) {
    return !drafts.isEmpty()
        && (belowRepeatedHeader || drafts.getLast().page() != rowPages.get(row))
        && values.ownText(IndicatorRole.LEVEL1).isEmpty()
        && values.ownText(IndicatorRole.LEVEL2).isEmpty()
        && values.ownText(IndicatorRole.UNIT).isEmpty()
        && UNIT_ALONE.matcher(values.ownText(IndicatorRole.TARGET)).matches()
        && drafts.getLast().hasTargetWithoutUnit();
  }

  /**
   * Whether a name is the placeholder of a row that was not filled in: 指标1：, with at most the
   * printed sign and unit as target and result (≥ %).
   */
  private static boolean isPlaceholder(String name, RowValues values) {
    return name.matches("指标\\d{0,2}[:：]?|[…·.]*")
        && BLANK_VALUE.matcher(values.get(IndicatorRole.TARGET)).matches()
        && BLANK_VALUE.matcher(values.get(IndicatorRole.ACTUAL)).matches();
  }

  /** Copies the project or goal from the row above if the merged cells of its column were lost. */
  private void copyFromRowAbove(IndicatorDraft draft, IndicatorRole role) {
    String above = drafts.isEmpty() ? null : drafts.getLast().get(role);
    if (draft.get(role) == null && above != null) {
      draft.put(role, above);
    }
  }

  /**
   * Appends target, result and note of a row without name and levels to the row above, which it
   * continues. Any other row, and the first row of the form, is ignored.
   */
  private void appendToLastRow(RowValues values, String name) {
    boolean levels =
        !values.ownText(IndicatorRole.LEVEL1).isEmpty()
            || !values.ownText(IndicatorRole.LEVEL2).isEmpty();
    if (drafts.isEmpty() || levels || !name.isEmpty()) {
      return;
    }
    for (IndicatorRole role :
        List.of(IndicatorRole.TARGET, IndicatorRole.ACTUAL, IndicatorRole.NOTE)) {
      drafts.getLast().append(role, values.ownText(role));
    }
  }
}
