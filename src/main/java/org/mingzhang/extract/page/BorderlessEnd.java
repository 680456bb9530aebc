package org.mingzhang.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form or table without ruling lines that a page ends with. Its columns are those of what goes
 * on at the top of the next page, where no header tells them.
 *
 * @param header lines of a form's header, empty where the page ends with none
 * @param columns columns of a table, or null where the page ends with none
 * @param gap white space in points that parts its rows
 * @param titles what a table's header says, empty where it has none
 */
record BorderlessEnd(
    List<TextLine> header, @Nullable BorderlessColumns columns, float gap, List<String> titles) {
  /** Nothing that goes on. */
  static final BorderlessEnd NONE = new BorderlessEnd(List.of(), null, 0, List.of());

  /** The end of a page that a form ends. */
  static BorderlessEnd form(List<TextLine> header, float gap) {
    return new BorderlessEnd(header, null, gap, List.of());
  }

  /** The end of a page that a table ends. */
  static BorderlessEnd table(BorderlessColumns columns, float gap, List<String> titles) {
    return new BorderlessEnd(List.of(), columns, gap, titles);
  }

  /** Whether lines repeat the header of the table before, above rows that stand in its columns. */
  boolean repeatedBy(List<TextLine> lines, List<TextLine> body) {
    return columns != null
        && !titles.isEmpty()
        && titles.equals(words(lines))
        && columns.hold(body);
  }

  /** What lines say, without white space. */
  static List<String> words(List<TextLine> lines) {
    return lines.stream().map(line -> String.join("", BorderlessTables.pieces(line))).toList();
  }
}
