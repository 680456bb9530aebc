package org.mingzhang.extract.sheet;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * Calculates missing formula results. Programs that generate workbooks leave formulas to be
 * calculated by Excel, and POI returns 0 for a missing result. Arithmetic with {@code SUM}, {@code
 * ROUND} and {@code ABS} on at most 10,000 cells is calculated, for at most 5,000 formulas; other
 * formulas have no result. Not thread-safe.
 */
final class FormulaResultCalculator {
  /** Maximum number of formulas of a workbook that are calculated. */
  private static final int MAX_FORMULAS = 5_000;

  /** Maximum length of a formula, in characters. */
  private static final int MAX_FORMULA_LENGTH = 300;

  /** Maximum number of cells of all ranges of a formula. */
  private static final long MAX_RANGE_CELLS = 10_000;

  private static final Set<String> SUPPORTED_FUNCTIONS = Set.of("SUM", "ROUND", "ABS");
  private static final Pattern SUPPORTED_CHARACTERS =
      Pattern.compile("[-+*/(),.:$!'_\\p{IsHan}A-Z0-9a-z ]+");
  private static final Pattern FUNCTION = Pattern.compile("([A-Za-z.0-9_]+)\\(");
  private static final Pattern RANGE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

  private final FormulaEvaluator evaluator;
  private int calculatedCount;

  FormulaResultCalculator(Workbook workbook) {
    this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
  }

  /**
   * Whether a cell has a value, or a formula with a result. A missing result is calculated if
   * possible and stored in the cell. Always true in binary workbooks, whose formulas have results.
   */
  boolean ensureResult(Cell cell) {
    boolean missing =
        cell.getCellType() == CellType.FORMULA
            && cell instanceof XSSFCell formula
            && (formula.getRawValue() == null || formula.getRawValue().isEmpty());
    return !missing || calculate(cell);
  }

  private boolean calculate(Cell cell) {
    if (calculatedCount >= MAX_FORMULAS || !isSupported(cell.getCellFormula())) {
      return false;
    }
    calculatedCount++;
    try {
      return evaluator.evaluateFormulaCell(cell) != CellType.ERROR;
    } catch (RuntimeException | StackOverflowError e) {
      return false; // The formula refers to a cell or sheet that does not exist, or to itself.
    }
  }

  /** Whether a formula only does arithmetic on a limited number of cells of this workbook. */
  private static boolean isSupported(String formula) {
    return formula.length() <= MAX_FORMULA_LENGTH
        && SUPPORTED_CHARACTERS.matcher(formula).matches()
        && FUNCTION
            .matcher(formula)
            .results()
            .allMatch(f -> SUPPORTED_FUNCTIONS.contains(f.group(1)))
        && RANGE.matcher(formula).results().mapToLong(FormulaResultCalculator::countCells).sum()
            <= MAX_RANGE_CELLS
        && RANGE.matcher(formula).replaceAll("").indexOf(':') < 0;
  }

  private static long countCells(MatchResult range) {
    long columns =
        (long) CellReference.convertColStringToIndex(range.group(3))
            - CellReference.convertColStringToIndex(range.group(1));
    long rows = Long.parseLong(range.group(4)) - Long.parseLong(range.group(2));
    return (Math.abs(columns) + 1) * (Math.abs(rows) + 1);
  }
}
