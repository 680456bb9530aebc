/**
 * Reads performance forms and account tables from text in fixed pitch, as converters of PDF print a
 * page ({@code pdftotext -layout}). Such text keeps the order of words from left to right, and the
 * cells of a row, which may wrap over several lines, stand side by side. Distances are not exact.
 *
 * <p>A word that is first on its line or follows two blanks or more has an exact position; a word
 * after a single blank stood at its printed position or further to the right. The titles of a
 * header and of its column groups are aligned over its lines ({@code TitleAligner}), columns are
 * the projection of the words with exact positions (an XY-cut, {@code ProjectionSplitter}), each
 * word of a line is given a column ({@code WordColumnAssigner}), the lines are segmented into rows
 * ({@code RowSegmentation}), and runs of rows are assigned to the names of levels ({@code
 * LevelRowRangeFinder}). Each of these steps uses dynamic programming. A reading whose mean cost
 * per row exceeds a limit is rejected.
 */
@NullMarked
package org.mingzhang.structure.lattice.pitch;

import org.jspecify.annotations.NullMarked;
