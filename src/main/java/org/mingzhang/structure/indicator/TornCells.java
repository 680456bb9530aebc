package org.mingzhang.structure.indicator;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What it costs that a cell of a form in text goes on with the one before: as where narrow columns
 * break cells over lines, or blanks stand between digits and characters. The unit is that of {@link
 * CellCosts}.
 */
final class TornCells {
  private static final Pattern REST_OF_LEVEL =
      Pattern.compile("(?:指标)?(?:[（(]\\d{1,3}(?:\\.\\d+)?分?[）)])?");
  private static final Pattern QUANTITY = Pattern.compile("\\d[\\d.,]*[%％‰万亿]?[\\p{IsHan}/]{0,4}");
  private static final Pattern SIGNED = Pattern.compile("^[≥≤＝=><＞＜≧≦\\d].*");
  private static final Pattern NONE = Pattern.compile("[—/-]+");
  private static final String WHOLE_WORDS = "无是否优良中差高低√";

  private static final Set<IndicatorRole> GOING_ON =
      Set.of(
          IndicatorRole.PROJECT,
          IndicatorRole.GOAL,
          IndicatorRole.LEVEL3,
          IndicatorRole.TARGET,
          IndicatorRole.ACTUAL,
          IndicatorRole.NOTE);

  private final List<String> cells;
  private final boolean lines;
  private final BitSet alone;
  private final boolean spaced;

  /** Costs of the cells of a form; {@code lines} is null where each cell is a line. */
  TornCells(List<String> cells, @Nullable LineCells lines) {
    this.cells = cells;
    this.lines = lines != null;
    this.alone = lines == null ? new BitSet() : lines.alone();
    this.spaced = lines != null && lines.spaced();
  }

  /** Whether blanks part the cells and rows begin with lines. */
  boolean lines() {
    return lines;
  }

  /**
   * What it costs that a cell goes on.
   *
   * @param role what its column holds, or null
   * @param measured whether a column without role holds numbers only
   * @param opensLine whether the cell opens a line that is not the first of its row
   */
  double goingOn(@Nullable IndicatorRole role, boolean measured, int index, boolean opensLine) {
    String cell = cells.get(index);
    if (role == IndicatorRole.LEVEL1 || role == IndicatorRole.LEVEL2) {
      return REST_OF_LEVEL.matcher(cell).matches() ? 0 : CellCosts.NEVER;
    }
    boolean words = role == null ? !measured : GOING_ON.contains(role);
    if (!words || CellCosts.namedLevel(cell) || NONE.matcher(cells.get(index - 1)).matches()) {
      return CellCosts.NEVER;
    }
    if (CellCosts.points(cell)) {
      return spaced(index) && !opensLine ? number(role) : CellCosts.NEVER;
    }
    return opensLine ? wrapped(index) : spaced(index) ? typeset(role, cell) : whole(role);
  }

  /** A bare number inside a cell. */
  private static double number(@Nullable IndicatorRole role) {
    return role == IndicatorRole.LEVEL3 ? 1 : value(role) ? 0.5 : 0.2;
  }

  /** A cell that neither lines nor typesetting tear. */
  private static double whole(@Nullable IndicatorRole role) {
    boolean words = role == IndicatorRole.LEVEL3 || role == null;
    return value(role) ? 1.3 : words ? 1.1 : 0.7;
  }

  private static double typeset(@Nullable IndicatorRole role, String cell) {
    boolean quantity = QUANTITY.matcher(cell).matches() && role != IndicatorRole.NOTE;
    return !quantity ? 0.15 : role == null ? 0.3 : 0.9;
  }

  private static boolean value(@Nullable IndicatorRole role) {
    return role == IndicatorRole.TARGET || role == IndicatorRole.ACTUAL;
  }

  /** What it costs that a cell goes on in a line; one that does is mostly alone there. */
  private double wrapped(int index) {
    double quantity = SIGNED.matcher(cells.get(index)).matches() ? 1 : 0;
    return quantity + (!alone.get(index) ? 0.8 : alone.get(index - 1) ? 0.25 : 0.45);
  }

  /** What it costs that a single character on a line, or a unit, is a cell of its own. */
  double ownCell(int index) {
    String cell = cells.get(index);
    boolean one = alone.get(index) && cell.length() == 1 && WHOLE_WORDS.indexOf(cell) < 0;
    boolean unit = spaced(index) && cell.length() <= 3 && CellCosts.number(cells.get(index - 1));
    return one || unit ? 0.6 : 0;
  }

  /** Whether a blank stands where digits and characters meet, as typesetting puts it. */
  private boolean spaced(int index) {
    if (index == 0 || !spaced) {
      return false;
    }
    String before = cells.get(index - 1);
    int left = before.codePointBefore(before.length());
    int right = cells.get(index).codePointAt(0);
    return (Character.isDigit(left) && Character.isIdeographic(right))
        || (Character.isIdeographic(left) && Character.isDigit(right));
  }
}
