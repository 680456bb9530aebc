package org.mingzhang.structure.lattice;

/** The shape of a cell's text; {@code cell-text-classes.tsv} defines the patterns. */
public enum CellTextClass {
  LEVEL1,
  LEVEL2,
  EITHER,
  TITLE,
  PLACEHOLDER,
  ELLIPSIS,
  NONE,
  POINTS,
  ORDINAL,
  CODE,
  NUMBER,
  SIGN,
  PERCENT,
  TOTAL,
  FUND,
  DATE,
  QUANTITY,
  MEASURE,
  LISTED,
  GRADE,
  NAMED_LEVEL,
  SYMBOLS,
  SHORT,
  SENTENCE,
  PHRASE,
  WORDS;

  /** Whether a text of this shape is a number, which may have several shapes at once. */
  boolean isNumber() {
    return this == POINTS || this == ORDINAL || this == CODE || this == NUMBER;
  }
}
