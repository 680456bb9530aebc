package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.text.PatternTable;

/**
 * Splits an account table on one line without separators into lines: caption, unit, titles, and one
 * line for each row, from the amounts of one row to those of the next. Amounts have two decimals,
 * which shows where each of them ends. Titles printed again on another page are left out. {@link
 * UnseparatedRowSplitter} separates the cells of these lines. Stateless.
 */
final class UnseparatedTableSplitter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnseparatedTableSplitter.class);
  private static final Pattern UNIT = PATTERNS.get("unit");
  private static final Pattern COLUMN_NUMBERS = PATTERNS.get("unseparated-column-numbers");
  private static final Pattern AMOUNTS =
      Pattern.compile("(?:-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)\\.\\d{2}[%％]?)+");

  /** A page number before the caption and titles that are printed again on another page. */
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "^(?:第\\d{1,4}页(?:[,，/]?共\\d{1,4}页)?|共\\d{1,4}页[,，/]?第\\d{1,4}页"
              + "|[-—–－]*\\d{1,4}[-—–－]*|\\d{1,4}/\\d{1,4})");

  /** A caption before the number of its form and the name of the agency. */
  private static final Pattern CAPTION = PATTERNS.get("unseparated-caption");

  /** The titles of two sides and, twice, the titles below each of them. */
  private static final Pattern SIDES = PATTERNS.get("unseparated-sides");

  private static final Pattern CONTINUATION_MARK = PATTERNS.get("continued");

  /** The name of a first row other than a total: with its code or a numeral. */
  private static final Pattern FIRST_ROW_NAME =
      Pattern.compile("[1-5]\\d{2}\\p{IsHan}.{1,40}|一、.{2,40}");

  private static final int MIN_LINE_LENGTH = 60;
  private static final int MIN_ROWS = 3;
  private static final int MIN_TITLES = 3;
  private static final int MAX_NAME_LENGTH = 24;

  /** Maximum length, in characters, of the titles and the name of the first row together. */
  private static final int MAX_HEADER_LENGTH = 240;

  private UnseparatedTableSplitter() {}

  /**
   * The lines of the table that was printed on one line, from its caption or titles on; empty if
   * the line holds no rows of amounts, or no known titles before them.
   */
  static List<String> splitIntoLines(String printed) {
    if (printed.length() < MIN_LINE_LENGTH) {
      return List.of();
    }
    String line = LineText.removeBlanks(printed);
    Matcher unit = UNIT.matcher(line);
    boolean titled = unit.find();
    String text = titled ? line.substring(unit.end()) : line;
    List<MatchResult> amounts = AMOUNTS.matcher(text).results().toList();
    if (amounts.size() < MIN_ROWS) {
      return List.of();
    }
    if (amounts.getFirst().start() > MAX_HEADER_LENGTH) {
      return List.of();
    }
    String above = text.substring(0, amounts.getFirst().start());
    Matcher numbering = COLUMN_NUMBERS.matcher(above);
    boolean numbered = numbering.find();
    int firstName = numbered ? numbering.end() : indexOfFirstName(above);
    String titles = above.substring(0, numbered ? numbering.start() : Math.max(0, firstName));
    if (firstName < 0 || UnseparatedRowSplitter.splitIntoTitles(titles).size() < MIN_TITLES) {
      return List.of();
    }
    String caption = titled ? line.substring(0, unit.start()) : "";
    List<String> lines = new ArrayList<>(splitCaption(caption));
    lines.add(titled ? unit.group() : "");
    lines.addAll(splitTitles(titles));
    lines.add(numbered ? numbering.group() : "");
    int from = firstName;
    for (MatchResult row : amounts) {
      lines.add(withoutRepeatedHeader(text.substring(from, row.end()), titles, caption));
      from = row.end();
    }
    lines.add(text.substring(from));
    lines.removeIf(String::isEmpty);
    return lines;
  }

  /** The caption, and the number of the form and the name of the agency behind it. */
  private static List<String> splitCaption(String text) {
    Matcher caption = CAPTION.matcher(text);
    int end = caption.lookingAt() ? caption.end() : text.length();
    return List.of(text.substring(0, end), text.substring(end));
  }

  /**
   * The titles of a two-sided header, split into the titles of the sides and of their columns; any
   * other titles as a single element.
   */
  private static List<String> splitTitles(String titles) {
    Matcher sides = SIDES.matcher(titles);
    int end = sides.matches() ? sides.end(1) : 0;
    return List.of(titles.substring(0, end), titles.substring(end));
  }

  /**
   * The row without the page number, the caption and the titles that a page break has put before
   * it; the row itself if other text is before the titles, which may belong to another table.
   *
   * @param caption the caption above the first titles, with other text around it
   */
  private static String withoutRepeatedHeader(String row, String titles, String caption) {
    int at = row.indexOf(titles);
    if (at < 0) {
      return row;
    }
    String printed = PAGE_NUMBER.matcher(row.substring(0, at)).replaceFirst("");
    String again = CONTINUATION_MARK.matcher(printed).replaceFirst("");
    return caption.contains(again) ? row.substring(at + titles.length()) : row;
  }

  /**
   * Index of the name of the first row, which follows the titles; if several names are possible,
   * the index of the shortest. Negative if there is none.
   */
  private static int indexOfFirstName(String text) {
    for (int at = text.length() - 2; at >= Math.max(1, text.length() - MAX_NAME_LENGTH); at--) {
      String name = text.substring(at);
      boolean first =
          CellTextClassifier.isOfClass(name, CellTextClass.TOTAL)
              || FIRST_ROW_NAME.matcher(name).matches();
      if (first && !UnseparatedRowSplitter.splitIntoTitles(text.substring(0, at)).isEmpty()) {
        return at;
      }
    }
    return -1;
  }
}
