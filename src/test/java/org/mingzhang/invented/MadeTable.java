package org.mingzhang.invented;

import java.util.List;

/**
 * An invented table of figures: how it is printed and what a reader must find in it.
 *
 * @param sheet how it is printed
 * @param title its caption
 * @param unit unit of its amounts
 * @param header names of its columns, levels joined with {@code /}
 * @param rows data rows, empty cells as empty strings
 */
record MadeTable(
    Sheet sheet, String title, String unit, List<String> header, List<List<String>> rows) {}
