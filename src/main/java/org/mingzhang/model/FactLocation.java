package org.mingzhang.model;

import org.jspecify.annotations.Nullable;

/**
 * A location at which a document states a fact.
 *
 * @param sectionPath path of the section
 * @param page 1-based page of the number
 * @param start offset of the printed number in {@link Section#text()}, in UTF-16 units
 * @param end offset after it; equal to {@code start} if the number was not found in the text
 * @param quote the clause; for a cell of a data table, its column header and row; for a performance
 *     form, its row
 * @param cell the cell of a data table; null for prose and performance forms
 */
public record FactLocation(
    String sectionPath, int page, int start, int end, String quote, @Nullable Cell cell) {

  /**
   * A cell of a data table.
   *
   * @param tableIndex index into {@link Disclosure#tables()}
   * @param row index into its rows
   * @param column index into its header
   */
  public record Cell(int tableIndex, int row, int column) {}
}
