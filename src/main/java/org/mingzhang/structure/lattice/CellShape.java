package org.mingzhang.structure.lattice;

/** What the text of a cell looks like, as the table {@code cell-shapes.tsv} tells. */
public enum CellShape {
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

  /** Whether it is a number that may be several things. */
  boolean number() {
    return this == POINTS || this == ORDINAL || this == CODE || this == NUMBER;
  }
}
