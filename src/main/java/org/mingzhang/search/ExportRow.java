package org.mingzhang.search;

/**
 * A hit with all its text, for export.
 *
 * @param hit the hit
 * @param text full text of a section, heading first; of another row what is shown of it
 */
public record ExportRow(Hit hit, String text) {}
