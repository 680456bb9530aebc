package org.mingzhang.search;

/**
 * A hit with its full text, for export.
 *
 * @param hit the hit
 * @param text full text of a section, starting with its heading; for other rows, the text displayed
 *     for them
 */
public record ExportRow(Hit hit, String text) {}
