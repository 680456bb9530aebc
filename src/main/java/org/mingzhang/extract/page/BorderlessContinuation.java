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
record BorderlessContinuation(
    List<TextLine> header, @Nullable BorderlessColumns columns, float gap, List<String> titles) {
  /** Nothing that goes on. */
  static final BorderlessContinuation NONE = new BorderlessContinuation(List.of(), null, 0, List.of());

  /** The end of a page that a form ends. */
  static BorderlessContinuation form(List<TextLine> header, float gap) {
    return new BorderlessContinuation(header, null, gap, List.of());
  }

  /** The end of a page that a table ends. */
  static BorderlessContinuation table(BorderlessColumns columns, float gap, List<String> titles) {
    return new BorderlessContinuation(List.of(), columns, gap, titles);
  }

  /** Whether lines repeat the header of the table before, above rows that stand in its columns. */
  boolean isRepeatedBy(List<TextLine> lines, List<TextLine> body) {
    return columns != null
        && !titles.isEmpty()
        && titles.equals(lineTexts(lines))
        && columns.fit(body);
  }

  /** What lines say, without white space. */
  static List<String> lineTexts(List<TextLine> lines) {
    return lines.stream().map(line -> String.join("", BorderlessTableFinder.pieces(line))).toList();
  }
}
