package org.mingzhang.extract.sheet;

/**
 * A cell of a sheet as shown.
 *
 * @param column 0-based column
 * @param rowSpan rows of the sheet it covers, hidden ones included
 * @param columnSpan columns it covers, hidden ones included
 * @param text its text
 */
record VisibleCell(int column, int rowSpan, int columnSpan, String text) {}
