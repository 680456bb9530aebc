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

  private BarRows() {}

  /** Whether a line may be a row. */
  static boolean bars(String line) {
    return BAR.matcher(line).find();
  }

  /** The table that starts at a line: at least two rows of two cells or more. */
  static Optional<TextTable> at(List<String> lines, int start) {
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    for (; end < lines.size() && isRow(lines.get(end)); end++) {
      if (!BORDER.matcher(lines.get(end)).matches() || lines.get(end).indexOf('-') < 0) {
        rows.add(cells(lines.get(end)));
      }
    }
    long wide = rows.stream().filter(row -> row.size() > 1).count();
    return wide < 2 || !regular(rows) ? Optional.empty() : Optional.of(new TextTable(rows, end));
  }

  /** Whether all rows but captions have as many cells: else bars do not tell the columns. */
  private static boolean regular(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    return rows.stream()
        .filter(row -> row.size() < columns)
        .allMatch(row -> row.stream().filter(cell -> !cell.isEmpty()).count() <= 1);
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
