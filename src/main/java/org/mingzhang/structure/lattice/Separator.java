package org.mingzhang.structure.lattice;

/** The separator between a chunk and the one before it. */
public enum Separator {
  LINE_BREAK,
  /** A line break before a chunk that is the only one of its line. */
  LONE_LINE,
  /** One or two blanks, or more of them if they stand for empty cells. */
  BLANK,
  /** A blank that typesetting inserts between digits and Chinese characters. */
  AUTO_SPACING,
  /** Three blanks or more. */
  WIDE_BLANK,
  /** A pipe that may be inside a row or at its end. */
  PIPE,
  /** A boundary between cells of a row whose ends are known. */
  CELL_BOUNDARY,
  /** The end of a row, known from the number of cells, from line breaks or from a grid. */
  ROW_END,
  /** No separator; the kind of characters changes, as from words to digits. */
  CHARACTER_KIND,
  /** No separator; a known word begins or ends. */
  WORD_BOUNDARY,
  /** No separator; between two digits, or between a number and its unit. */
  DIGIT_BOUNDARY
}
