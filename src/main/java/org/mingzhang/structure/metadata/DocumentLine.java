package org.mingzhang.structure.metadata;

/**
 * A line of the document or a cell of one of its tables.
 *
 * @param text the {@linkplain org.mingzhang.text.UnspacedText unspaced} text
 * @param page 1-based page
 * @param nextLine for a cell, the text of the next filled cell of its row; otherwise empty
 * @param isListCell whether it is a cell of a list, which is no line of the cover
 */
record DocumentLine(String text, int page, String nextLine, boolean isListCell) {
  /** A line, or a cell of a table that may lay out a cover. */
  DocumentLine(String text, int page, String nextLine) {
    this(text, page, nextLine, false);
  }

  /** The same text as a cell of a list. */
  DocumentLine asListCell() {
    return new DocumentLine(text, page, nextLine, true);
  }
}
