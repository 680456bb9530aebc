package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Shapes;

/** Whether the cells of a reading are what the columns of its header hold. */
final class AccountFit {
  /** Least share of the rows that have a line number where there is a column for them. */
  private static final double LINES_NUMBERED = 0.7;

  /** The same of codes, which headings among the rows lack. */
  private static final double CODED = 0.5;

  /** The name of an item with an amount behind it, or its code before it. */
  private static final Pattern TAKES_AMOUNT =
      Pattern.compile(
          "\\p{IsHan}[)）]?\\d{1,3}(?:,?\\d{3})*\\.\\d+|\\d\\p{IsHan}+\\d+$|\\d[一二三四五六七八九十]+、"
              + "|\\p{IsHan}\\d+(?![年月日个名项次类款万元])\\p{IsHan}{2,}|^\\d{2}\\p{IsHan}|科目(?:名称|编码)");

  /** The name of an item, as no amount is written. */
  private static final Pattern ITEM = Pattern.compile("(?:\\d{2})?\\p{IsHan}{4,}(?<!计)");

  private AccountFit() {}

  /**
   * Whether a reading is cheap and the cells of its rows are what their columns hold, but for few.
   */
  static boolean believed(AccountHeader header, LatticePath reading) {
    if (reading.none() || !reading.cellsWithin("dearest_cell")) {
      return false;
    }
    int numbered = 0;
    int wrong = digits(reading.rows().getFirst()) ? 0 : 1;
    for (List<String> row : reading.rows()) {
      boolean misfit = nameless(header, row);
      boolean numbers = false;
      for (int c = 0; c < row.size(); c++) {
        ColumnType type = header.columns().get(c).type();
        numbers |= type.numeric() && digits(List.of(row.get(c)));
        misfit |= misfit(type, row.get(c));
      }
      wrong += misfit ? 1 : 0;
      numbered += numbers ? 1 : 0;
    }
    return 2 * numbered >= reading.rows().size()
        && wrong * 5 < reading.rows().size()
        && keysFilled(header, reading.rows());
  }

  /**
   * Whether the columns of codes and of line numbers hold them in most rows but the sum's:
   * elsewhere they stand among the amounts.
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

  /** Whether a row has neither name nor code in a table that has columns for them. */
  private static boolean nameless(AccountHeader header, List<String> row) {
    List<Integer> names =
        IntStream.range(0, row.size())
            .filter(c -> header.columns().get(c).type().names())
            .boxed()
            .toList();
    return !names.isEmpty() && names.stream().allMatch(c -> row.get(c).isEmpty());
  }

  private static boolean digits(List<String> cells) {
    return cells.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
  }

  /** Whether a cell is none of its column: a name that is or takes in an amount, words for one. */
  private static boolean misfit(ColumnType type, String cell) {
    return switch (type) {
      case LABEL, NAME -> Shapes.number(cell) || TAKES_AMOUNT.matcher(cell).find();
      case AMOUNT -> ITEM.matcher(cell).matches();
      default -> false;
    };
  }
}
