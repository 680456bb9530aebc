package org.mingzhang.model;

import org.jspecify.annotations.Nullable;

/**
 * A location at which a document states a fact.
 *
 * @param section path of the section
 * @param page 1-based page of the number
 * @param start offset of the printed number in {@link Section#text()}
 * @param end offset after it
 * @param quote the clause; for a cell, its row label, column title and text
 * @param cell the cell, or null for prose
 */
public record FactLocation(
    String section, int page, int start, int end, String quote, @Nullable Cell cell) {

  /**
   * A cell of a data table.
   *
   * @param table index into {@link Disclosure#tables()}
   * @param row index into its rows
   * @param column index into its header
   */
  public record Cell(int table, int row, int column) {}
}
