package org.mingzhang.structure.metadata;

/**
 * A line of the document or a cell of one of its tables.
 *
 * @param text the {@linkplain org.mingzhang.text.UnspacedText unspaced} text
 * @param page 1-based page
 * @param next for a cell, the text of the next filled cell of its row; otherwise empty
 */
record DocumentLine(String text, int page, String next) {}
