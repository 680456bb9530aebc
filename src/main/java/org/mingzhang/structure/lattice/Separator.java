package org.mingzhang.structure.lattice;

/** The separator between a chunk and the one before it. */
public enum Separator {
  /** A line break. */
  LINE,
  /** A line break before a chunk that is the only one of its line. */
  ALONE,
  /** One or two blanks, or more of them if they stand for empty cells. */
  GAP,
  /** A blank that typesetting inserts between digits and Chinese characters. */
  TYPESET,
  /** Three blanks or more. */
  WIDE,
  /** A pipe that may be inside a row or at its end. */
  PIPE,
  /** A boundary between cells of a row whose ends are known. */
  INNER,
  /** The end of a row, known from the number of cells, from line breaks or from a grid. */
  ROW_END,
  /** No separator; the kind of characters changes. */
  SEAM,
  /** No separator; a known word begins or ends. */
  WORD,
  /** No separator; between two digits, or between a number and its unit. */
  DIGIT
}
