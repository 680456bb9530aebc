package org.mingzhang.extract.sheet;

/**
 * A cell of a sheet as displayed.
 *
 * @param column 0-based column of the sheet
 * @param rowSpan rows of the sheet that it covers, including hidden ones
 * @param columnSpan columns that it covers, including hidden ones
 * @param text its text as displayed, not empty
 */
record VisibleCell(int column, int rowSpan, int columnSpan, String text) {}
