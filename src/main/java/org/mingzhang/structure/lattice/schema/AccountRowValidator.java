package org.mingzhang.structure.lattice.schema;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/** Checks whether the rows of a table of accounts or projects fit its columns. */
public final class AccountRowValidator {
  /** Minimum share of rows with a line number in a table that has a column of line numbers. */
  private static final double MIN_NUMBERED_SHARE = 0.7;

  /**
   * Minimum share of rows with a code in a table that has a column of codes; headings among the
   * rows have none.
   */
  private static final double MIN_CODED_SHARE = 0.5;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountRowValidator.class);
  private static final Pattern NAME_WITH_AMOUNT = PATTERNS.get("takes-amount");

  /** A name preceded by the last digits of the code or of the row's number. */
  private static final Pattern NAME_WITH_CODE_DIGITS = Pattern.compile("^\\d{2}\\p{IsHan}");

  /** The name of an item, of at least four ideographs, perhaps behind two digits of its code. */
  private static final Pattern ITEM_NAME = Pattern.compile("(?:\\d{2})?\\p{IsHan}{4,}(?<!计)");

  /** A code of the functional classification: class, group or item. */
  private static final Pattern ITEM_CODE = Pattern.compile("2\\d{2}(?:\\d{2}){0,2}");

  /**
   * A number that has lost its last digits, as in text that a converter could not decode (2, or
   * 1,4), or two numbers in one cell.
   */
  private static final Pattern TORN_AMOUNT =
      Pattern.compile("(?<!\\d)\\d{1,3},(?!\\d{3}).*|\\d\\.\\d+\\.\\d");

  /**
   * A column letter, or the formula by which a column is computed from others (A=B+C), in a row
   * that explains the columns.
   */
  private static final Pattern COLUMN_LETTER_OR_FORMULA =
      Pattern.compile("[A-Z](?:=[A-Z](?:[-+*/×÷][A-Z])*)?");

  /** A single character, which is a piece of a spaced-out or broken word. */
  private static final Pattern SINGLE_CHARACTER = Pattern.compile("[\\p{IsHan}，,]");

  /**
   * Maximum number of rows per row with a number, if the first row is a total with its amount. In
   * the form of 三公经费, for example, most rows are often empty. In other tables, half of the rows
   * must have a number.
   */
  private static final int MAX_ROWS_PER_ROW_WITH_NUMBER = 4;

  private static final String LINE_NUMBER_TITLE = "行次";
  private static final Pattern LINE_NUMBER = Pattern.compile("\\d{1,3}");

  /** Minimum number of rows for each row that has an amount without a name. */
  private static final int MIN_ROWS_PER_NAMELESS_ROW = 10;

  /** An amount of money, unlike a line number or a code with decimals or thousands separators. */
  private static final Pattern MONEY =
      Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+\\.\\d+");

  private AccountRowValidator() {}

  /**
   * Whether no run of amounts is longer than the longest run of adjacent columns of amounts.
   * Otherwise the amounts were copied apart from the names of their rows, and it is unknown to
   * which rows they belong.
   *
   * @param texts the texts of the rows in reading order
   */
  public static boolean areRunsOfAmountsWithinRows(List<Column> columns, List<String> texts) {
    return longestRun(texts, text -> MONEY.matcher(text).matches())
        <= longestRun(
            columns, c -> c.type() == ColumnType.AMOUNT || c.type() == ColumnType.PERCENT);
  }

  private static <T> int longestRun(List<T> items, Predicate<T> counts) {
    int run = 0;
    int longest = 0;
    for (T item : items) {
      run = counts.test(item) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /**
   * Whether the cells of more than four fifths of the rows fit their columns, enough rows have
   * numbers, codes and line numbers, and line numbers ascend. A row with neither name nor code does
   * not fit. False if there are no rows.
   */
  public static boolean areRowsPlausible(List<Column> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    int numbered = 0;
    int wrong = hasDigit(rows.getFirst()) ? 0 : 1;
    for (List<String> row : rows) {
      boolean misfit = isNameless(columns, row) || containsAnotherCodedRow(columns, row);
      boolean numbers = false;
      for (int c = 0; c < row.size(); c++) {
        ColumnType type = columns.get(c).type();
        numbers |= type.isNumeric() && hasDigit(List.of(row.get(c)));
        misfit |= cannotBelongToColumn(type, row.get(c));
        misfit |= !hasLineNumber(columns, row) && startsWithDigitsOfCode(type, row.get(c));
      }
      wrong += misfit ? 1 : 0;
      numbered += numbers ? 1 : 0;
    }
    int maxRows = beginsWithTotal(rows) ? MAX_ROWS_PER_ROW_WITH_NUMBER : 2;
    return maxRows * numbered >= rows.size()
        && wrong * 5 < rows.size()
        && areCodesAndLineNumbersFilled(columns, rows)
        && areLineNumbersAscending(columns, rows);
  }

  /**
   * Whether line numbers ascend within their column, and no amount is among them. If they do not,
   * cells of the two sides have been mixed, or the amounts stand apart from their rows.
   */
  private static boolean areLineNumbersAscending(List<Column> columns, List<List<String>> rows) {
    return IntStream.range(0, columns.size())
        .filter(c -> isLineNumberColumn(columns.get(c)))
        .allMatch(
            c -> {
              List<String> cells =
                  rows.stream()
                      .map(row -> row.get(c))
                      .filter(CellTextClassifier::isNumber)
                      .toList();
              return cells.stream().allMatch(cell -> LINE_NUMBER.matcher(cell).matches())
                  && IntStream.range(1, cells.size())
                      .allMatch(
                          i -> Integer.parseInt(cells.get(i - 1)) < Integer.parseInt(cells.get(i)));
            });
  }

  /**
   * Whether the cells of more than four fifths of the rows fit their columns, at least one row has
   * a number, and line numbers ascend. Unlike {@link #areRowsPlausible}, does not require names or
   * codes. False if there are no rows.
   */
  public static boolean doRowsFitColumns(List<Column> columns, List<List<String>> rows) {
    long wrong =
        rows.stream()
            .filter(
                row ->
                    IntStream.range(0, row.size())
                        .anyMatch(
                            c ->
                                cannotBelongToColumn(columns.get(c).type(), row.get(c))
                                    || startsWithDigitsOfCode(columns.get(c).type(), row.get(c))))
            .count();
    return wrong * 5 < rows.size()
        && rows.stream().anyMatch(AccountRowValidator::hasDigit)
        && areLineNumbersAscending(columns, rows);
  }

  /**
   * Whether amounts are on the same side of the table as the names of their rows, that is, at most
   * one in {@link #MIN_ROWS_PER_NAMELESS_ROW} rows may have an amount in a block of columns whose
   * names and codes are blank.
   */
  public static boolean areAmountsOnSidesWithNames(List<Column> columns, List<List<String>> rows) {
    int wrong = 0;
    for (List<String> row : rows) {
      boolean keys = false;
      boolean named = false;
      boolean amount = false;
      boolean nameless = false;
      for (int c = 0; c < row.size(); c++) {
        ColumnType type = columns.get(c).type();
        boolean key = type.identifiesRow() || type == ColumnType.ORDINAL;
        if (key && amount) {
          keys = false;
          named = false;
          amount = false;
        }
        keys |= key;
        named |= key && !row.get(c).isEmpty();
        boolean filled = columns.get(c).type() == ColumnType.AMOUNT && !row.get(c).isEmpty();
        amount |= columns.get(c).type() == ColumnType.AMOUNT;
        nameless |= filled && keys && !named;
      }
      wrong += nameless ? 1 : 0;
    }
    return wrong * MIN_ROWS_PER_NAMELESS_ROW <= rows.size();
  }

  /**
   * Whether the columns of codes and line numbers are filled in most rows other than the total, and
   * whether the columns of line numbers to the right of names are filled in most rows that have a
   * name on the same side. Otherwise codes or line numbers have been read as amounts.
   */
  private static boolean areCodesAndLineNumbersFilled(
      List<Column> columns, List<List<String>> rows) {
    for (int c = 0; c < columns.size(); c++) {
      int column = c;
      double minimum = minFilledShare(columns.get(c));
      boolean afterName =
          c > 0 && columns.get(c - 1).type().isName() && isLineNumberColumn(columns.get(c));
      long expected =
          rows.stream().filter(row -> !afterName || !row.get(column - 1).isEmpty()).count();
      long filled = rows.stream().filter(row -> !row.get(column).isEmpty()).count();
      if (filled < minimum * (expected - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineNumberColumn(Column column) {
    return column.title().contains(LINE_NUMBER_TITLE);
  }

  private static double minFilledShare(Column column) {
    return isLineNumberColumn(column)
        ? MIN_NUMBERED_SHARE
        : column.type() == ColumnType.CODE ? MIN_CODED_SHARE : 0;
  }

  /**
   * Whether a row has neither name nor code although the table has columns for them. The word for
   * the total in the first column counts as a name, even if that is the column of row numbers.
   */
  private static boolean isNameless(List<Column> columns, List<String> row) {
    List<Integer> names =
        IntStream.range(0, row.size())
            .filter(c -> columns.get(c).type().identifiesRow())
            .boxed()
            .toList();
    return !names.isEmpty()
        && names.stream().allMatch(c -> row.get(c).isEmpty())
        && !CellTextClassifier.isOfClass(row.getFirst(), CellTextClass.TOTAL);
  }

  private static boolean beginsWithTotal(List<List<String>> rows) {
    List<String> first = rows.getFirst();
    return CellTextClassifier.isOfClass(first.getFirst(), CellTextClass.TOTAL)
        && first.subList(1, first.size()).stream().anyMatch(CellTextClassifier::isNumber);
  }

  private static boolean hasDigit(List<String> cells) {
    return cells.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
  }

  /**
   * Whether the row's number is in its own column, so that digits before a name belong to the name:
   * 64排CT.
   */
  private static boolean hasLineNumber(List<Column> columns, List<String> row) {
    int ordinal = Column.indexOf(ColumnType.ORDINAL, columns);
    return ordinal >= 0 && CellTextClassifier.isNumber(row.get(ordinal));
  }

  /**
   * Whether a row of a table with one column of codes holds another row: a code that is not in that
   * column, and a name of an item after it.
   */
  private static boolean containsAnotherCodedRow(List<Column> columns, List<String> row) {
    int code = Column.indexOf(ColumnType.CODE, columns);
    for (int c = code + 1; code >= 0 && c < row.size(); c++) {
      if (columns.get(c).type() != ColumnType.CODE
          && ITEM_CODE.matcher(row.get(c)).matches()
          && IntStream.range(c + 1, row.size())
              .anyMatch(
                  i ->
                      !columns.get(i).type().identifiesRow()
                          && ITEM_NAME.matcher(row.get(i)).matches())) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithDigitsOfCode(ColumnType type, String cell) {
    return type.isName() && NAME_WITH_CODE_DIGITS.matcher(cell).find();
  }

  /**
   * Whether a cell cannot belong to its column: a name that is or includes an amount, an account of
   * one character, or words or a torn number in a column of amounts.
   */
  private static boolean cannotBelongToColumn(ColumnType type, String cell) {
    return switch (type) {
      case ACCOUNT_NAME ->
          CellTextClassifier.isNumber(cell)
              || NAME_WITH_AMOUNT.matcher(cell).find()
              || SINGLE_CHARACTER.matcher(cell).matches();
      case NAME, PLACE ->
          CellTextClassifier.isNumber(cell) || NAME_WITH_AMOUNT.matcher(cell).find();
      case AMOUNT ->
          ITEM_NAME.matcher(cell).matches()
              || COLUMN_LETTER_OR_FORMULA.matcher(cell).matches()
              || TORN_AMOUNT.matcher(cell).find();
      default -> false;
    };
  }
}
