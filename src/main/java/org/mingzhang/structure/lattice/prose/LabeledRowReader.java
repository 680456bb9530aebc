package org.mingzhang.structure.lattice.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.text.PatternTable;

/**
 * Reads tables in which each row is a line of values, each preceded by the title of its column:
 * {@code 序号：1；项目名称：上湾村文化广场；总投资：26.50}, or several lines with one title and value each. Every row
 * begins with the same title, and the others follow in the same order. A title that occurs in few
 * rows only is read as a part of the preceding value. Stateless.
 */
final class LabeledRowReader {
  private static final Pattern LABEL =
      Pattern.compile("(?<=^|[；;，,。\\s])(\\p{IsHan}{2,10}(?:[（(][^（()）：:]{1,8}[）)])?)[：:]");
  private static final Pattern LIST_MARK =
      Pattern.compile("^(?:[（(【]?\\d{1,3}[）)】、.．](?!\\d)|第\\d{1,3}[项条个笔][:：、]?|[①-⑳])\\s*");
  private static final Pattern VALUE_END = Pattern.compile("[；;，,。\\s]+$");
  private static final Pattern ENDS_WITH_FULL_STOP = Pattern.compile(".*。\\s*");
  private static final Pattern ENDS_WITH_SEPARATOR = Pattern.compile(".*[；;，,]\\s*");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(LabeledRowReader.class);

  /** A line between the cards of a page: a number, or the words of a button. */
  private static final Pattern CARD_MARK = PATTERNS.get("card-mark");

  private static final Pattern ENDS_WITH_COLON = Pattern.compile(".*[：:]\\s*");
  private static final int MIN_ROWS = 3;
  private static final int MIN_LABELS = 3;
  private static final int MAX_ROW_LINES = 4;
  private static final int MAX_VALUE_LINES_PER_ROW = 12;
  private static final int MAX_ROWS = 200;
  private static final int MAX_VALUE_LENGTH = 60;

  /** An amount of money, also without its unit, or a title whose values are amounts. */
  private static final Pattern MONEY =
      Pattern.compile(
          "[（(][万亿]?元[）)]|\\d[万亿]?元|\\d[万亿](?![\\p{IsHan}])"
              + "|(?<![\\d.])\\d[\\d,]*\\.\\d\\d(?!\\d)");

  /** Minimum share of the rows in which a title must occur to become a column. */
  private static final double MIN_TITLE_SHARE = 0.6;

  private LabeledRowReader() {}

  /**
   * The table whose first row begins on a line; null if there is none.
   *
   * @param lines the lines, with an empty line in place of each block that is not text
   */
  static @Nullable TableMatch readAt(List<String> lines, int at) {
    List<String> labels = findLabels(withoutListMark(lines.get(at)));
    if (labels.size() == 1 && !ENDS_WITH_COLON.matcher(lines.get(at)).matches()) {
      return readRowsOfSeveralLines(lines, at, labels.getFirst());
    }
    if (labels.size() < 2 || !withoutListMark(lines.get(at)).startsWith(labels.getFirst())) {
      return null;
    }
    List<String> rows = new ArrayList<>();
    int end = at;
    while (end < lines.size() && startsRow(withoutListMark(lines.get(end)), labels.getFirst())) {
      StringBuilder row = new StringBuilder(withoutListMark(lines.get(end)));
      end++;
      for (int n = 1; n < MAX_ROW_LINES && end < lines.size(); n++) {
        if (!continuesRow(row, lines.get(end), labels.getFirst())) {
          break;
        }
        row.append(lines.get(end));
        end++;
      }
      rows.add(row.toString());
    }
    return rows.size() < MIN_ROWS ? null : toTable(rows, at, end, false);
  }

  /**
   * Reads a table whose rows are several lines with one title and value each. Null if there are too
   * few rows, if a row has too few or too many lines, or if fewer than half of the rows contain
   * money.
   */
  private static @Nullable TableMatch readRowsOfSeveralLines(
      List<String> lines, int at, String firstTitle) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    int end = at;
    int count = 0;
    Set<String> known = new HashSet<>();
    for (; end < lines.size(); end++) {
      if (isCardMark(lines.get(end))) {
        continue;
      }
      String line = withoutListMark(lines.get(end));
      if (!isTitledValue(line)) {
        break;
      }
      String label = findLabels(line).getFirst();
      if (known.add(label) && !rows.isEmpty()) {
        break;
      }
      boolean begins = label.equals(firstTitle);
      if (begins && count > 0 && count < MIN_LABELS) {
        return null;
      }
      if (begins && count > 0) {
        rows.add(row.toString());
        row.setLength(0);
        count = 0;
      }
      row.append(count > 0 ? "；" : "").append(line);
      count++;
      if (count > MAX_VALUE_LINES_PER_ROW || rows.size() > MAX_ROWS) {
        return null;
      }
    }
    rows.add(row.toString());
    boolean money = 2 * rows.stream().filter(r -> MONEY.matcher(r).find()).count() >= rows.size();
    return rows.size() < MIN_ROWS || !money ? null : toTable(rows, at, end, true);
  }

  /** Whether a line is the number of a card or a button below it: 收起 ∧. */
  static boolean isCardMark(String line) {
    return line.length() <= MAX_VALUE_LENGTH && CARD_MARK.matcher(line).matches();
  }

  /** Whether a line is a title and a short value, which may be empty. */
  private static boolean isTitledValue(String line) {
    return line.length() <= MAX_VALUE_LENGTH
        && findLabels(line).size() == 1
        && line.strip().startsWith(findLabels(line).getFirst());
  }

  private static boolean startsRow(String line, String firstTitle) {
    return line.startsWith(firstTitle) && findLabels(line).size() > 1;
  }

  /**
   * Whether a line continues an unfinished row, with the rest of a value or with the next title.
   */
  private static boolean continuesRow(CharSequence row, String line, String firstTitle) {
    Matcher label = LABEL.matcher(line.strip());
    boolean titled = label.find() && label.start() == 0;
    return !line.isEmpty()
        && !ENDS_WITH_FULL_STOP.matcher(row).matches()
        && !startsRow(withoutListMark(line), firstTitle)
        && ENDS_WITH_SEPARATOR.matcher(row).matches() == titled;
  }

  private static String withoutListMark(String line) {
    return LIST_MARK.matcher(line.strip()).replaceFirst("");
  }

  private static List<String> findLabels(String row) {
    return LABEL.matcher(row).results().map(label -> label.group(1)).toList();
  }

  /**
   * Creates the table of rows; null if they do not have the same titles in the same order, have
   * fewer than {@link #MIN_LABELS} of them, or rarely contain a number.
   *
   * @param containsAmounts whether the rows are known to contain amounts, so that no numbers are
   *     required
   */
  private static @Nullable TableMatch toTable(
      List<String> rows, int from, int to, boolean containsAmounts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String row : rows) {
      new HashSet<>(findLabels(row)).forEach(label -> counts.merge(label, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count < MIN_TITLE_SHARE * rows.size());
    List<String> titles = List.of();
    for (String row : rows) {
      List<String> own = findLabels(row).stream().filter(counts::containsKey).toList();
      titles = own.size() > titles.size() ? own : titles;
    }
    if (titles.size() < MIN_LABELS || titles.size() != new HashSet<>(titles).size()) {
      return null;
    }
    List<List<String>> table = new ArrayList<>(List.of(titles));
    for (String row : rows) {
      List<String> cells = readCells(row, titles);
      if (cells.isEmpty()) {
        return null;
      }
      table.add(cells);
    }
    return containsAmounts || hasNumberInMostRows(table) ? new TableMatch(from, to, table) : null;
  }

  /**
   * Whether at least half of the rows contain a number, since rows without numbers are not data.
   */
  private static boolean hasNumberInMostRows(List<List<String>> table) {
    long numbered =
        table.stream().skip(1).filter(row -> row.stream().anyMatch(CellText::isNumber)).count();
    return 2 * numbered >= table.size() - 1;
  }

  /** The values of a row; empty if its titles are not in the order of the columns. */
  private static List<String> readCells(String row, List<String> titles) {
    String[] cells = new String[titles.size()];
    Arrays.fill(cells, "");
    Matcher label = LABEL.matcher(row);
    int column = -1;
    int start = 0;
    while (label.find()) {
      int next = titles.indexOf(label.group(1));
      if (next < 0) {
        continue;
      }
      if (next <= column) {
        return List.of();
      }
      if (column >= 0) {
        cells[column] = VALUE_END.matcher(row.substring(start, label.start())).replaceFirst("");
      }
      column = next;
      start = label.end();
    }
    if (column < 0) {
      return List.of();
    }
    cells[column] = VALUE_END.matcher(row.substring(start)).replaceFirst("");
    return List.of(cells);
  }
}
