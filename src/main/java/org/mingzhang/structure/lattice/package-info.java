/**
 * Table structure recognition for copied text, which has lost rulings and coordinates. The chunks
 * of text in reading order are the observations of a hidden Markov model; its states are the
 * columns of a known header. A semi-Markov variant is used, since a cell may consist of several
 * chunks. The cheapest path through the lattice of (chunks read, column) states, found by Viterbi
 * decoding, is the reading of the table. All costs are data (negative log-likelihoods set by hand,
 * not trained).
 *
 * <p>Relation to other software: Camelot and Tabula have two modes. Their <i>stream</i> mode, like
 * the <i>text</i> strategy of pdfplumber, reads tables without rulings from pieces of text, and so
 * does this package. They cluster the coordinates of the pieces to find rows and columns; copied
 * text has none, so the evidence here is what a cell looks like (emission costs), and which
 * separators are between chunks and which cells of a row are blank (transition costs). In text that
 * keeps the lines of a page, the widths of wrapped lines are evidence too. Camelot reports
 * whitespace and accuracy scores for each table; the counterpart here is the mean cost per row or
 * cell, above which a reading is rejected.
 *
 * <p>The <i>lattice</i> mode of Camelot and Tabula detects ruled cells. It is unrelated to the
 * lattice of this package; ruled tables are read by {@code extract.page}. Models such as
 * TableFormer detect spanning cells in images; here level names that are printed in the middle of
 * their rows are assigned to runs of rows by a dynamic-programming segmentation.
 */
@NullMarked
package org.mingzhang.structure.lattice;

import org.jspecify.annotations.NullMarked;
