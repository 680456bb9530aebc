/**
 * Table structure recognition for text that lost its rulings: the pieces of text in reading order
 * are the observations of a hidden Markov model whose states are the columns of a schema, and the
 * cheapest path through the lattice of (piece, column) states is the reading (Viterbi, semi-Markov,
 * since a cell may take several pieces). Costs are data.
 *
 * <p>Names are those of the field. Like Tabula's and Camelot's <i>stream</i> mode, and the
 * <i>text</i> strategy of pdfplumber, it reads tables without rulings from chunks of text; unlike
 * them it has no edges to align, because copied text has no coordinates. What they take from
 * alignment it takes from what a cell is like (emission costs), which cells a row may lack and what
 * separates two chunks (transition costs). Where lines are those of a page, their widths are
 * evidence: the lines of a wrapped cell fill its column but for the last. Papers on table structure
 * recognition (PubTables-1M, TableFormer) detect cells that span rows in pictures; here a level
 * that stands in the middle of its rows is given them by a segmentation with dynamic programming.
 * Camelot's whitespace metric, which tells how well a table was read, returns as the mean cost of a
 * row, above which a reading is given up. Their <i>lattice</i> mode, ruled cells, is another thing
 * of the same name and stays with the readers of pages.
 */
@NullMarked
package org.mingzhang.structure.lattice;

import org.jspecify.annotations.NullMarked;
