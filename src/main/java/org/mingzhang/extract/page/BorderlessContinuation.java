package org.mingzhang.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form or table without ruling lines at the end of a page, which may continue on the next page
 * without its header.
 *
 * @param header lines of the form's header; empty if the page does not end with a form
 * @param columns columns of the table, or null if the page does not end with a table
 * @param rowGap white space between the rows of the form or table, in points
 * @param titles texts of the table's header lines, empty if it has none
 */
record BorderlessContinuation(
    List<TextLine> header, @Nullable BorderlessColumns columns, float rowGap, List<String> titles) {
  /** The page ends with neither form nor table. */
  static final BorderlessContinuation NONE =
      new BorderlessContinuation(List.of(), null, 0, List.of());

  /** Creates the state of a page that ends within a form, which the next page may continue. */
  static BorderlessContinuation ofForm(List<TextLine> header, float rowGap) {
    return new BorderlessContinuation(header, null, rowGap, List.of());
  }

  /** Creates the state of a page that ends within a table, which the next page may continue. */
  static BorderlessContinuation ofTable(
      BorderlessColumns columns, float rowGap, List<String> titles) {
    return new BorderlessContinuation(List.of(), columns, rowGap, titles);
  }

  /**
   * Whether lines repeat the header of this table, above rows that fit its columns.
   *
   * @param lines the header found on the next page
   * @param body the lines below it
   */
  boolean isHeaderRepeatedBy(List<TextLine> lines, List<TextLine> body) {
    return columns != null
        && !titles.isEmpty()
        && titles.equals(lineTexts(lines))
        && columns.haveColumnForEachWordOf(body);
  }

  /** The text of each line, without white space, by which a repeated header is recognized. */
  static List<String> lineTexts(List<TextLine> lines) {
    return lines.stream()
        .map(line -> String.join("", BorderlessTableFinder.splitAtGaps(line)))
        .toList();
  }
}
