package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Separates the cells of account tables whose rows are lines without separators: {@code
 * 201一般公共服务支出62.5058.60}. Amounts have two decimals, which shows where each of them ends; the
 * titles above the rows are known ones. Line numbers between names and amounts are recognized by
 * their sequence over all rows. Lines that can be separated in several ways are kept. Stateless.
 */
final class UnseparatedRowSplitter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnseparatedRowSplitter.class);
  private static final Pattern COLUMN_NUMBERS = PATTERNS.get("unseparated-column-numbers");
  private static final Pattern LINE_NUMBER_TITLE = PATTERNS.get("line-number-title");

  private static final String AMOUNT = "-?(?:[1-9]\\d{0,2}(?:,\\d{3})+|0|[1-9]\\d*)\\.\\d{2}[%％]?";
  private static final Pattern AMOUNTS = Pattern.compile("(?:" + AMOUNT + ")*");
  private static final Pattern AMOUNT_AT_END = Pattern.compile("\\.\\d{2}[%％]?$");
  private static final Pattern ONE_AMOUNT = Pattern.compile(AMOUNT);

  /** Names and the numbers behind each of them. A year may be a part of a name. */
  private static final Pattern NAME_AND_NUMBERS =
      Pattern.compile(
          "((?:[1-5]\\d{2}(?:\\d{2}){0,2}(?=[\\p{IsHan}“]))?)"
              + "((?:\\d{1,2}[.．、](?!\\d)|[（(]\\d{1,2}[）)])?"
              + "(?:[^\\d.。；;，,\\s-]|(?:19|20)\\d{2}(?=年)){2,60}?)"
              + "((?!(?:19|20)\\d{2}年)-?\\d[\\d.,%％-]*|(?=$))");

  /** The beginning of a name with a numeral behind another name. */
  private static final Pattern NUMERAL_AFTER_NAME =
      Pattern.compile("(?<=[^一二三四五六七八九十（(])(?=[一二三四五六七八九十]{1,3}、)");

  private static final int MIN_ROWS = 3;

  /** Maximum number of lines of titles and column numbers above the rows. */
  private static final int MAX_TITLE_LINES = 4;

  /** Maximum number of digits of a line number. */
  private static final int MAX_ORDINAL_DIGITS = 3;

  private static final int MAX_TITLE_LENGTH = 16;
  private static final List<Pattern> KNOWN_TITLES =
      List.of(titlePattern("LABEL", "CODE", "GROUP"), titlePattern("AMOUNT", "PERCENT", "ORDINAL"));

  private UnseparatedRowSplitter() {}

  private static Pattern titlePattern(String... kinds) {
    return Pattern.compile(
        TsvResource.readRows(ColumnType.class, "unseparated-titles.tsv", 3).stream()
            .filter(row -> List.of(kinds).contains(row.getFirst()))
            .map(row -> row.get(1))
            .collect(Collectors.joining("|")));
  }

  /** A name or code and name, and the digits behind it, which may hold several numbers. */
  private record RowPart(String code, String name, String digits) {}

  /** Number of amounts of a row without separators; 0 for other texts. */
  static int countAmounts(String line) {
    List<RowPart> row = readRow(line.strip());
    return row.stream().allMatch(part -> AMOUNTS.matcher(part.digits()).matches())
        ? row.stream().mapToInt(part -> splitAmounts(part.digits()).size()).sum()
        : 0;
  }

  /** The lines, with a blank between the cells of the rows and titles that had no separators. */
  static List<String> separateCells(List<String> lines) {
    List<String> separated = new ArrayList<>(lines);
    int at = 0;
    while (at < lines.size()) {
      List<List<RowPart>> rows = readRows(lines, at);
      if (rows.size() >= MIN_ROWS) {
        separateTable(separated, at, rows);
      }
      at += Math.max(1, rows.size());
    }
    return separated;
  }

  /**
   * The consecutive rows from a line on, each divided into names and the digits behind them; the
   * first of them has an amount.
   */
  private static List<List<RowPart>> readRows(List<String> lines, int from) {
    List<List<RowPart>> rows = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      List<RowPart> row = readRow(lines.get(i).strip());
      if (row.isEmpty() || (rows.isEmpty() && !hasAmount(row))) {
        break;
      }
      rows.add(row);
    }
    while (!rows.isEmpty() && rows.getLast().getLast().digits().isEmpty()) {
      rows.removeLast();
    }
    return rows;
  }

  private static boolean hasAmount(List<RowPart> row) {
    return row.stream().anyMatch(part -> AMOUNT_AT_END.matcher(part.digits()).find());
  }

  /** The parts of a row; empty if a line is none. */
  private static List<RowPart> readRow(String line) {
    if (COLUMN_NUMBERS.matcher(line).matches()) {
      return List.of();
    }
    List<RowPart> parts = new ArrayList<>();
    Matcher part = NAME_AND_NUMBERS.matcher(line);
    int end = 0;
    while (part.lookingAt()) {
      List<String> names = List.of(NUMERAL_AFTER_NAME.split(part.group(2)));
      for (String name : names.subList(0, names.size() - 1)) {
        parts.add(new RowPart("", name, ""));
      }
      parts.add(new RowPart(part.group(1), names.getLast(), part.group(3)));
      end = part.end();
      part.region(end, line.length());
    }
    return end == line.length() ? parts : List.of();
  }

  /**
   * Separates the rows and the titles above them in the given lines, provided that both can be
   * separated.
   */
  private static void separateTable(List<String> lines, int from, List<List<RowPart>> rows) {
    List<String> titles = new ArrayList<>();
    for (int i = from - 1; i >= Math.max(0, from - MAX_TITLE_LINES); i--) {
      String line = separateTitles(lines.get(i).strip());
      if (line == null) {
        break;
      }
      titles.addFirst(line);
    }
    boolean numbered = titles.stream().anyMatch(line -> LINE_NUMBER_TITLE.matcher(line).find());
    List<String> cells = numbered ? separateNumberedRows(rows) : separateRows(rows);
    if (titles.isEmpty() || cells.isEmpty()) {
      return;
    }
    for (int i = 0; i < titles.size(); i++) {
      lines.set(from - titles.size() + i, titles.get(i));
    }
    for (int i = 0; i < cells.size(); i++) {
      lines.set(from + i, cells.get(i));
    }
  }

  /** The rows with blanks between their cells; empty if a number is no amount. */
  private static List<String> separateRows(List<List<RowPart>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<RowPart> row : rows) {
      List<String> cells = new ArrayList<>();
      for (RowPart part : row) {
        if (!AMOUNTS.matcher(part.digits()).matches()) {
          return List.of();
        }
        addCodeAndName(part, cells);
        cells.addAll(splitAmounts(part.digits()));
      }
      lines.add(String.join(" ", cells));
    }
    return lines;
  }

  /**
   * The rows of a table whose names have line numbers; empty if the line numbers are not
   * consecutive.
   */
  private static List<String> separateNumberedRows(List<List<RowPart>> rows) {
    int sides = rows.getFirst().size();
    if (rows.stream().anyMatch(row -> row.size() != sides)) {
      return List.of();
    }
    List<List<String>> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(new ArrayList<>()));
    for (int s = 0; s < sides; s++) {
      int side = s;
      int first = findFirstLineNumber(rows.stream().map(row -> row.get(side).digits()).toList());
      if (first < 0) {
        return List.of();
      }
      for (int r = 0; r < rows.size(); r++) {
        RowPart part = rows.get(r).get(s);
        String number = Integer.toString(first + r);
        addCodeAndName(part, lines.get(r));
        lines.get(r).add(number);
        lines.get(r).addAll(splitAmounts(part.digits().substring(number.length())));
      }
    }
    return lines.stream().map(cells -> String.join(" ", cells)).toList();
  }

  /**
   * The only number with which the line numbers at the beginning of consecutive rows may begin;
   * negative if there is none or more than one.
   */
  private static int findFirstLineNumber(List<String> digits) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int length = 1;
        length <= Math.min(MAX_ORDINAL_DIGITS, digits.getFirst().length());
        length++) {
      String printed = digits.getFirst().substring(0, length);
      int first = printed.matches("[1-9]\\d*") ? Integer.parseInt(printed) : -1;
      boolean all = first > 0;
      for (int r = 0; all && r < digits.size(); r++) {
        String number = Integer.toString(first + r);
        all =
            digits.get(r).startsWith(number)
                && AMOUNTS.matcher(digits.get(r).substring(number.length())).matches();
      }
      if (all) {
        found.add(first);
      }
    }
    return found.size() == 1 ? found.iterator().next() : -1;
  }

  private static void addCodeAndName(RowPart part, List<String> cells) {
    if (!part.code().isEmpty()) {
      cells.add(part.code());
    }
    cells.add(part.name());
  }

  private static List<String> splitAmounts(String digits) {
    return ONE_AMOUNT.matcher(digits).results().map(MatchResult::group).toList();
  }

  /**
   * A line of titles or column numbers with blanks between its cells; null if it consists of other
   * text or already has blanks.
   */
  private static @Nullable String separateTitles(String line) {
    if (COLUMN_NUMBERS.matcher(line).matches()) {
      return separateColumnNumbers(line);
    }
    if (line.length() < 4 || line.indexOf(' ') >= 0) {
      return null;
    }
    List<String> titles = splitIntoTitles(line);
    return titles.isEmpty() ? null : String.join(" ", titles);
  }

  /**
   * The numbers 1, 2, 3 of a line and its label (栏次), separated by blanks; null if the numbers do
   * not follow each other.
   */
  private static @Nullable String separateColumnNumbers(String line) {
    List<String> cells = new ArrayList<>();
    int next = 1;
    for (int at = 0; at < line.length(); ) {
      String number = Integer.toString(next);
      if (line.startsWith(number, at)) {
        cells.add(number);
        at += number.length();
        next++;
      } else if (line.startsWith("次", at + 1)) {
        cells.add(line.substring(at, at + 2));
        at += 2;
      } else {
        return null;
      }
    }
    return String.join(" ", cells);
  }

  /** The division of a text into the fewest known titles; empty if there is none. */
  static List<String> splitIntoTitles(String text) {
    List<@Nullable List<String>> best = new ArrayList<>();
    best.add(List.of());
    for (int end = 1; end <= text.length(); end++) {
      List<String> fewest = null;
      for (int from = Math.max(0, end - MAX_TITLE_LENGTH); from < end; from++) {
        List<String> before = best.get(from);
        String title = text.substring(from, end);
        if (before != null
            && (fewest == null || before.size() + 1 < fewest.size())
            && KNOWN_TITLES.stream().anyMatch(known -> known.matcher(title).matches())) {
          fewest = new ArrayList<>(before);
          fewest.add(title);
        }
      }
      best.add(fewest);
    }
    List<String> titles = best.getLast();
    return titles == null ? List.of() : titles;
  }
}
