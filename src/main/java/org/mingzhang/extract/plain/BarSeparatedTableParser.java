package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.extract.TextCleaner;

/**
 * Parses tables in plain text whose cells are separated by vertical bars: {@code | 项目 | 决算数 |}.
 * Lines that only draw borders are skipped.
 */
final class BarSeparatedTableParser {
  private static final Pattern BAR = Pattern.compile("[|｜│┃]");
  private static final Pattern BORDER = Pattern.compile("[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]+");

  /**
   * Maximum number of padded rows for each row with an empty cell inside, in a table with cells in
   * place.
   */
  private static final int MAX_PADDED_RATIO = 8;

  private BarSeparatedTableParser() {}

  /** Whether a line contains a bar. */
  static boolean hasBar(String line) {
    return BAR.matcher(line).find();
  }

  /**
   * Parses the table that starts at a line: at least two rows of two or more cells, all with the
   * same number of cells except captions. Empty if the line before or after the rows contains a bar
   * but is not a row: the bars are then not separators.
   */
  static Optional<TextTable> parse(List<String> lines, int start) {
    if (start > 0 && hasBar(lines.get(start - 1))) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    for (; end < lines.size() && isRow(lines.get(end)); end++) {
      if (!BORDER.matcher(lines.get(end)).matches() || lines.get(end).indexOf('-') < 0) {
        rows.add(splitCells(lines.get(end)));
      }
    }
    long wide = rows.stream().filter(row -> row.size() > 1).count();
    boolean goesOn = end < lines.size() && hasBar(lines.get(end));
    return wide < 2 || goesOn || !isRegularTable(rows)
        ? Optional.empty()
        : Optional.of(new TextTable(rows, end));
  }

  /**
   * Whether all rows except captions have equally many cells, with empty cells in their places.
   * Programs that omit empty and merged cells and pad rows at the end produce hardly any empty
   * cells except at the ends of rows.
   */
  private static boolean isRegularTable(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int padded = 0;
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
      padded += last < row.size() ? 1 : 0;
      inPlace += last > filled ? 1 : 0;
    }
    return padded <= MAX_PADDED_RATIO * inPlace;
  }

  private static boolean isRow(String line) {
    return hasBar(line) && (BORDER.matcher(line).matches() || splitCells(line).size() > 1);
  }

  /** The cells; a bar at either end of the line is ignored. */
  private static List<String> splitCells(String line) {
    String inner = line.strip().replaceFirst("^" + BAR, "").replaceFirst(BAR + "$", "");
    return Arrays.stream(BAR.split(inner, -1)).map(TextCleaner::clean).toList();
  }
}
