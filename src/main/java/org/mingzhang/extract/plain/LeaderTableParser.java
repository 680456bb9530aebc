package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.extract.TextCleaner;

/**
 * Parses tables in plain text whose cells are separated by leaders: {@code 渡口维修………95.00}. The line
 * above the rows has the titles of the columns, separated by leaders or by several blanks. Lists
 * without titles are no tables, nor are tables of contents.
 */
final class LeaderTableParser {
  /** A run of dots, hyphens or underscores, which may be spaced. */
  private static final Pattern LEADER =
      Pattern.compile("…{2,}|[.．·‥・…]{3,}|(?:[.．·‥・…] ){3,}[.．·‥・…]?|[-－_＿]{4,}|—{4,}");

  private static final Pattern TITLE_GAP = Pattern.compile(LEADER + "|\\t+|[ \\u3000]{2,}");

  /** An amount, with its unit if the table has none. */
  private static final Pattern AMOUNT =
      Pattern.compile("[-－]?\\d[\\d,]*(?:\\.\\d+)?(?:[%％]|[万亿]?元)?");

  private static final Pattern TITLE = Pattern.compile("(?=.*\\p{IsHan})[^，。；：页]{2,30}");

  /** The end of a line whose last cell is an amount. */
  private static final String LAST_CHARACTERS = "0123456789元%％";

  private static final int MIN_ROWS = 3;

  /** Maximum number of lines without text between two rows. */
  private static final int MAX_BLANK_LINES = 1;

  private LeaderTableParser() {}

  /** Whether a table may start at a line: it has titles, and an amount follows the next leader. */
  static boolean mayStartAt(List<String> lines, int lineIndex) {
    int next = nextRow(lines, lineIndex + 1);
    return next < lines.size()
        && isRow(splitRow(lines.get(next)))
        && Arrays.stream(TITLE_GAP.split(lines.get(lineIndex).strip()))
            .allMatch(title -> TITLE.matcher(title).matches());
  }

  /** Parses the table that starts at a line; empty if it has too few rows of the same length. */
  static Optional<TextTable> parse(List<String> lines, int start) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(clean(TITLE_GAP.split(lines.get(start).strip())));
    int end = start + 1;
    for (int at = nextRow(lines, end); at < lines.size(); at = nextRow(lines, end)) {
      List<String> row = splitRow(lines.get(at));
      if (row.size() != rows.getFirst().size() || !isRow(row)) {
        break;
      }
      rows.add(row);
      end = at + 1;
    }
    return rows.size() > MIN_ROWS ? Optional.of(new TextTable(rows, end)) : Optional.empty();
  }

  private static int nextRow(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && at - from < MAX_BLANK_LINES && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** The cells of a line; none if it does not end like an amount. */
  private static List<String> splitRow(String line) {
    String text = line.strip();
    boolean amount =
        !text.isEmpty() && LAST_CHARACTERS.indexOf(text.charAt(text.length() - 1)) >= 0;
    return amount ? clean(LEADER.split(text, -1)) : List.of();
  }

  /** Whether cells are a name and amounts, some of which may be empty. */
  private static boolean isRow(List<String> cells) {
    return cells.size() > 1
        && !cells.getFirst().isEmpty()
        && !AMOUNT.matcher(cells.getFirst()).matches()
        && AMOUNT.matcher(cells.getLast()).matches()
        && cells.stream()
            .skip(1)
            .allMatch(cell -> cell.isEmpty() || AMOUNT.matcher(cell).matches());
  }

  private static List<String> clean(String[] cells) {
    return Arrays.stream(cells).map(TextCleaner::clean).toList();
  }
}
