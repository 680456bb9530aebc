package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellShapes;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;

/** Decides whether the cells of a reading fit the columns of its header. */
final class AccountPlausibility {
  /** Least share of rows with a line number in a table that has a column for them. */
  private static final double LINES_NUMBERED = 0.7;

  /** Least share of rows with a code; headings among the rows have none. */
  private static final double CODED = 0.5;

  /** An item's name that includes the amount after it or the code before it: a misread cell. */
  private static final Pattern TAKES_AMOUNT =
      Pattern.compile(
          "\\p{IsHan}[)）]?\\d{1,3}(?:,?\\d{3})*\\.\\d+|\\d\\p{IsHan}+\\d+$|\\d[一二三四五六七八九十]+、"
              + "|\\p{IsHan}\\d+(?![年月日个名项次类款万元])\\p{IsHan}{2,}|^\\d{2}\\p{IsHan}|科目(?:名称|编码)");

  /** The name of an item, which no amount looks like. */
  private static final Pattern ITEM = Pattern.compile("(?:\\d{2})?\\p{IsHan}{4,}(?<!计)");

  private AccountPlausibility() {}

  /** Whether a reading is cheap and all but a few of its rows have fitting cells. */
  static boolean isPlausible(AccountHeader header, LatticePath reading) {
    if (reading.isEmpty() || !reading.cellsWithin("dearest_cell")) {
      return false;
    }
    int numbered = 0;
    int wrong = hasDigit(reading.rows().getFirst()) ? 0 : 1;
    for (List<String> row : reading.rows()) {
      boolean misfit = isNameless(header, row);
      boolean numbers = false;
      for (int c = 0; c < row.size(); c++) {
        ColumnType type = header.columns().get(c).type();
        numbers |= type.isNumeric() && hasDigit(List.of(row.get(c)));
        misfit |= isMisfit(type, row.get(c));
      }
      wrong += misfit ? 1 : 0;
      numbered += numbers ? 1 : 0;
    }
    return 2 * numbered >= reading.rows().size()
        && wrong * 5 < reading.rows().size()
        && keysFilled(header, reading.rows());
  }

  /**
   * Whether the columns of codes and of line numbers are filled in most rows except the total's;
   * otherwise those cells were read as amounts.
   */
  private static boolean keysFilled(AccountHeader header, List<List<String>> rows) {
    for (int c = 0; c < header.columns().size(); c++) {
      int column = c;
      double least = fewestFilled(header.columns().get(c));
      long filled = rows.stream().filter(row -> !row.get(column).isEmpty()).count();
      if (filled < least * (rows.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  private static double fewestFilled(Column column) {
    return column.title().contains("行次")
        ? LINES_NUMBERED
        : column.type() == ColumnType.CODE ? CODED : 0;
  }

  /** Whether a row has neither name nor code although the table has columns for them. */
  private static boolean isNameless(AccountHeader header, List<String> row) {
    List<Integer> names =
        IntStream.range(0, row.size())
            .filter(c -> header.columns().get(c).type().isKey())
            .boxed()
            .toList();
    return !names.isEmpty() && names.stream().allMatch(c -> row.get(c).isEmpty());
  }

  private static boolean hasDigit(List<String> cells) {
    return cells.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
  }

  /**
   * Whether a cell cannot belong to its column: a name that is or includes an amount, or words in a
   * column of amounts.
   */
  private static boolean isMisfit(ColumnType type, String cell) {
    return switch (type) {
      case LABEL, NAME -> CellShapes.isNumber(cell) || TAKES_AMOUNT.matcher(cell).find();
      case AMOUNT -> ITEM.matcher(cell).matches();
      default -> false;
    };
  }
}
