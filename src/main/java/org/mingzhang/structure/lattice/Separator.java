package org.mingzhang.structure.lattice;

/** What stands between a chunk of text and the one before it. */
public enum Separator {
  /** A line break. */
  LINE,
  /** A line break before a chunk that is alone on its line. */
  ALONE,
  /** A blank. */
  GAP,
  /** A blank where typesetting puts one: between digits and characters. */
  TYPESET,
  /** Three blanks or more. */
  WIDE,
  /** An upright bar of which nothing more is known. */
  BAR,
  /** An upright bar inside of a row, as the number of cells tells. */
  INNER,
  /** The end of a row, as the number of cells tells. */
  ROW_END,
  /** Nothing, but the kind of characters changes. */
  SEAM,
  /** Nothing, but a known word begins or ends. */
  WORD,
  /** Nothing, between two digits. */
  DIGIT
}
