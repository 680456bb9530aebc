package org.mingzhang.structure.lattice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.text.PatternTable;

/**
 * Costs of reading several lines as one cell of a column of names (levels, indicators, accounts,
 * items). Names wrap, but a line that begins with a list number, or a number in a table with line
 * numbers, normally begins another cell. Confined to one thread and one table.
 */
final class NameCosts {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(NameCosts.class);
  private static final Pattern INDICATOR_NAME_END = PATTERNS.get("indicator-name-end");
  private static final Set<CellTextClass> KNOWN_LEVELS =
      EnumSet.of(
          CellTextClass.LEVEL1,
          CellTextClass.LEVEL2,
          CellTextClass.EITHER_LEVEL,
          CellTextClass.NAMED_LEVEL);

  /**
   * Number of prescribed names of second levels (质量指标) from which on a form is taken to have no
   * others.
   */
  private static final int MIN_PRESCRIBED_SECOND_LEVELS = 3;

  private final List<Chunk> chunks;
  private final SegmentCosts segments;
  private final boolean hasLineNumbers;

  /**
   * Whether each cell is on lines of its own and the names of levels are those that forms
   * prescribe. A name of a level that is none of them is then the first line of a wrapped name.
   */
  private final boolean hasOnlyPrescribedLevels;

  NameCosts(
      List<Chunk> chunks, List<Column> columns, TextTableLayout layout, SegmentCosts segments) {
    this.chunks = chunks;
    this.segments = segments;
    this.hasLineNumbers = Column.indexOf(ColumnType.ORDINAL, columns) >= 0;
    this.hasOnlyPrescribedLevels =
        layout == TextTableLayout.CELL_PER_LINE
            && IntStream.range(0, chunks.size())
                    .filter(this::isPrescribedSecondLevel)
                    .limit(MIN_PRESCRIBED_SECOND_LEVELS)
                    .count()
                == MIN_PRESCRIBED_SECOND_LEVELS;
  }

  private boolean isPrescribedSecondLevel(int index) {
    return chunks.get(index).text().endsWith("指标")
        && segments.textClasses(index, index + 1).contains(CellTextClass.LEVEL2);
  }

  /**
   * The cost of the lines of a cell in a column of names; 0 in other columns, negative for a
   * wrapped indicator name with a typical ending.
   */
  double cost(ColumnType type, int from, int to) {
    if (type.isLevel()) {
      return hasOnlyPrescribedLevels && !mayBeLevelName(from, to)
          ? LatticeCosts.parameter("unprescribed_level")
          : 0;
    }
    if (to - from == 1) {
      return 0;
    }
    if (type == ColumnType.LEVEL3) {
      return hasOnlyPrescribedLevels && INDICATOR_NAME_END.matcher(segments.text(from, to)).find()
          ? -LatticeCosts.parameter("whole_indicator_name")
          : 0;
    }
    return (type == ColumnType.ACCOUNT_NAME ? listNumberInsideLabelCost(from, to) : 0)
        + (hasLineNumbers && type.isName() ? numberInsideNameCost(from, to) : 0);
  }

  /** Whether a cell is the name of a known level, or begins with a chunk of a single character. */
  private boolean mayBeLevelName(int from, int to) {
    return chunks.get(from).text().length() == 1
        || !Collections.disjoint(segments.textClasses(from, to), KNOWN_LEVELS);
  }

  /**
   * The cost of lines within a label that begin with a list number (2、, （一）, 其中：). A line with a
   * list number normally starts a row.
   */
  private double listNumberInsideLabelCost(int from, int to) {
    double sum = 0;
    for (int i = from + 1; i < to; i++) {
      boolean listed = segments.textClasses(i, i + 1).contains(CellTextClass.LIST_ENTRY);
      sum += listed && chunks.get(i).opensLine() ? LatticeCosts.parameter("listed_in_label") : 0;
    }
    return sum;
  }

  /**
   * The cost of a number inside a name in a table with line numbers, since it may be a line number.
   */
  private double numberInsideNameCost(int from, int to) {
    boolean number =
        IntStream.range(from + 1, to)
            .anyMatch(i -> segments.textClasses(i, i + 1).contains(CellTextClass.NUMBER));
    return number ? LatticeCosts.parameter("number_inside") : 0;
  }
}
