package org.mingzhang.structure.lattice;

/** The separator between a chunk and the one before it. */
public enum Separator {
  /** A line break. */
  LINE,
  /** A line break before a chunk that is the only one of its line. */
  ALONE,
  /** One or two blanks. */
  GAP,
  /** A blank that typesetting inserts between digits and Chinese characters. */
  TYPESET,
  /** Three blanks or more. */
  WIDE,
  /** A pipe of unknown role. */
  PIPE,
  /** A pipe inside a row, known from the number of cells. */
  INNER,
  /** The end of a row, known from the number of cells. */
  ROW_END,
  /** No separator; the kind of characters changes. */
  SEAM,
  /** No separator; a known word begins or ends. */
  WORD,
  /** No separator; between two digits. */
  DIGIT
}
