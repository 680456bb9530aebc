package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.extract.TextCleaner;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TableTransposer;

/**
 * Parses tables that were copied column by column, with one cell per line: the title and the names
 * of the first column, then the title and the amounts of each other column, perhaps with a blank
 * line between columns. All columns must have equally many cells, so that no cell was lost. A table
 * copied row by row has the same form; which of both it is, is told by its words: a column of
 * places or bodies below its title, or titles of amounts (预算数, 完成率) above the amounts. Stateless.
 */
final class ColumnRunTableParser {
  private static final int MIN_ROWS = 3;
  private static final int MAX_ROWS = 60;
  private static final int MIN_AMOUNT_COLUMNS = 2;
  private static final int MAX_NAME_LENGTH = 24;

  private static final Pattern NAME = Pattern.compile("(?=.*\\p{IsHan})[^，。；：:|\\t]+");

  /** A cell of a column of amounts. */
  private static final Pattern AMOUNT =
      Pattern.compile("[-−－]?\\d[\\d,]*(?:\\.\\d+)?[%％]?|[-—－/]{1,3}");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ColumnRunTableParser.class);

  /** A name that is the title of a column as often as that of a row. */
  private static final Pattern TOTAL = PATTERNS.get("total");

  private static final Pattern MEASURE = PATTERNS.get("measure");
  private static final Pattern PLACE_OR_BODY = PATTERNS.get("place-or-body");
  private static final Pattern TITLE_OF_PLACES = PATTERNS.get("title-of-places");

  private ColumnRunTableParser() {}

  /** Whether a table may start at a line: it and the next three lines of text are names. */
  static boolean mayStartAt(List<String> lines, int lineIndex) {
    for (int at = lineIndex; at <= lineIndex + MIN_ROWS; at++) {
      if (at >= lines.size() || !isName(lines.get(at))) {
        return false;
      }
    }
    return true;
  }

  /** Parses the table that starts at a line; empty if the lines are no columns of equal length. */
  static Optional<TextTable> parse(List<String> lines, int start) {
    List<String> names = new ArrayList<>();
    int at = start;
    while (at < lines.size() && names.size() <= MAX_ROWS && isName(lines.get(at))) {
      names.add(TextCleaner.clean(lines.get(at)));
      at++;
    }
    if (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    } else {
      at--;
      names.removeLast(); // without a blank line, the title of the second column is among the names
    }
    List<List<String>> columns = new ArrayList<>(List.of(names));
    while (at < lines.size() && isName(lines.get(at))) {
      int end = endOfAmounts(lines, at + 1);
      if (end > at + 1 && end - at != names.size()) {
        return Optional.empty();
      }
      if (end == at + 1) {
        break;
      }
      columns.add(lines.subList(at, end).stream().map(TextCleaner::clean).toList());
      at = end < lines.size() && lines.get(end).isBlank() ? end + 1 : end;
    }
    return names.size() > MIN_ROWS
            && columns.size() > MIN_AMOUNT_COLUMNS
            && areColumns(names, columns.stream().skip(1).map(List::getFirst).toList())
        ? Optional.of(new TextTable(TableTransposer.toRows(columns), at))
        : Optional.empty();
  }

  private static int endOfAmounts(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && AMOUNT.matcher(TextCleaner.clean(lines.get(end))).matches()) {
      end++;
    }
    return end;
  }

  /**
   * Whether names below a title are a column and the titles of the amounts those of other columns,
   * as opposed to a row of titles and the names of the rows below it.
   *
   * @param titleAndNames the lines before the title of the first amounts
   * @param titles the lines before amounts
   */
  static boolean areColumns(List<String> titleAndNames, List<String> titles) {
    List<String> names = withoutTotals(titleAndNames.subList(1, titleAndNames.size()));
    List<String> measures = withoutTotals(titles);
    boolean places = names.stream().allMatch(name -> PLACE_OR_BODY.matcher(name).matches());
    if (places) {
      return TITLE_OF_PLACES.matcher(titleAndNames.getFirst()).matches()
          && measures.stream().noneMatch(title -> PLACE_OR_BODY.matcher(title).matches());
    }
    return !measures.isEmpty()
        && measures.stream().allMatch(title -> MEASURE.matcher(title).matches())
        && names.stream().noneMatch(name -> MEASURE.matcher(name).matches());
  }

  private static List<String> withoutTotals(List<String> names) {
    return names.stream().filter(name -> !TOTAL.matcher(name).matches()).toList();
  }

  private static boolean isName(String line) {
    String text = TextCleaner.clean(line);
    return !text.isEmpty() && text.length() <= MAX_NAME_LENGTH && NAME.matcher(text).matches();
  }
}
