package org.mingzhang.structure.lattice;

/**
 * The class of a cell's text, such as number, percentage, code or name of a level. The patterns are
 * in {@code cell-text-classes.tsv} and are tried in the order of these constants; the first that
 * matches decides, except that a number has each number class that matches. Names of levels are
 * looked up before any pattern is tried.
 */
public enum CellTextClass {
  LEVEL1,
  LEVEL2,
  EITHER_LEVEL,
  TITLE,
  PLACEHOLDER,
  ELLIPSIS,
  NO_VALUE,
  POINTS,
  ORDINAL,
  CODE,
  NUMBER,
  SIGN,
  PERCENT,
  TOTAL,
  FUNDING_NAME,
  DATE,
  QUANTITY,
  UNIT,
  LIST_ENTRY,
  GRADE,
  NAMED_LEVEL,
  SYMBOLS,
  PLACE,
  SHORT_TEXT,
  SENTENCE,
  PHRASE,
  WORDS;

  /** Whether this is a class of numbers. A number may have several of them at once. */
  boolean isNumber() {
    return this == POINTS || this == ORDINAL || this == CODE || this == NUMBER;
  }
}
