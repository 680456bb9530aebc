package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.extract.Characters;

/**
 * Tables whose rows are lines and whose cells are parted by upright bars: {@code | 项目 | 决算数 |}.
 * Lines that only draw a border or part the header from the rows are left out.
 */
final class BarRows {
  private static final Pattern BAR = Pattern.compile("[|｜│┃]");
  private static final Pattern BORDER = Pattern.compile("[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]+");

  /** Rows filled up at the end for each that has a blank within, in a table with blanks in place. */
  private static final int MOST_FILLED_UP = 8;

  private BarRows() {}

  /** Whether a line may be a row. */
  static boolean bars(String line) {
    return BAR.matcher(line).find();
  }

  /**
   * The table that starts at a line: at least two rows of two cells or more, all of as many but for
   * captions. Lines with bars above or below it that are no rows of it show that bars part cells in
   * another way, which is left to the readers of text.
   */
  static Optional<TextTable> at(List<String> lines, int start) {
    if (start > 0 && bars(lines.get(start - 1))) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    for (; end < lines.size() && isRow(lines.get(end)); end++) {
      if (!BORDER.matcher(lines.get(end)).matches() || lines.get(end).indexOf('-') < 0) {
        rows.add(cells(lines.get(end)));
      }
    }
    long wide = rows.stream().filter(row -> row.size() > 1).count();
    boolean goesOn = end < lines.size() && bars(lines.get(end));
    return wide < 2 || goesOn || !regular(rows)
        ? Optional.empty()
        : Optional.of(new TextTable(rows, end));
  }

  /**
   * Whether all rows but captions have as many cells, and empty ones stand in their places.
   * Programs that leave empty and merged cells out and fill rows up at the end show in blanks that
   * hardly stand anywhere else.
   */
  private static boolean regular(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int filledUp = 0;
    int inPlace = 0;
    for (List<String> row : rows) {
      long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
      if (filled <= 1) {
        continue;
      }
      if (row.size() < columns) {
        return false;
      }
      int last = row.size();
      while (row.get(last - 1).isEmpty()) {
        last--;
      }
      filledUp += last < row.size() ? 1 : 0;
      inPlace += last > filled ? 1 : 0;
    }
    return filledUp <= MOST_FILLED_UP * inPlace;
  }

  private static boolean isRow(String line) {
    return bars(line) && (BORDER.matcher(line).matches() || cells(line).size() > 1);
  }

  /** The cells; a bar at either end of the line parts nothing. */
  private static List<String> cells(String line) {
    String inner = line.strip().replaceFirst("^" + BAR, "").replaceFirst(BAR + "$", "");
    return Arrays.stream(BAR.split(inner, -1)).map(Characters::clean).toList();
  }
}
