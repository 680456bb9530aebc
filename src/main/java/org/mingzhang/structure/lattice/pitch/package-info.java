/**
 * Reads performance forms and account tables from text in fixed pitch, as converters of PDF print a
 * page ({@code pdftotext -layout}). Such text keeps the order from left to right, and the cells of
 * a row, which may wrap over several lines, are side by side; distances are not kept exactly.
 *
 * <p>A word that is first on its line or follows two blanks or more has an exact position; one that
 * follows a single blank belongs to the words before it on the line, and its position is no further
 * to the right than printed there. The titles of a header and of its column groups are aligned over
 * its lines ({@code TitleAligner}), columns are the projection of the words with exact positions
 * (an XY-cut, {@code ProjectionSplitter}), each word of a line is given a column ({@code
 * WordColumnAssigner}), the lines are cut into rows ({@code RowSegmentation}) and the names of
 * levels given runs of rows ({@code LevelRunFinder}), each by dynamic programming. A reading whose
 * mean cost per row exceeds a limit is rejected.
 */
@NullMarked
package org.mingzhang.structure.lattice.pitch;

import org.jspecify.annotations.NullMarked;
