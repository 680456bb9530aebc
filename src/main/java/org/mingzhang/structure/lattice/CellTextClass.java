package org.mingzhang.structure.lattice;

/**
 * The class of a cell's text, such as number, percentage, code or name of a level. The patterns are
 * in {@code cell-text-classes.tsv} and are tried in the order of these constants; the first that
 * matches decides, except that a number has each number class that matches. Names of levels are
 * looked up before any pattern is tried.
 */
public enum CellTextClass {
  /** A prescribed name of a first level (产出指标). */
  LEVEL1,
  /** A prescribed name of a second level (数量指标). */
  LEVEL2,
  /** A name that is a first level in some forms and a second level in others. */
  EITHER_LEVEL,
  /** A column title of a performance form. */
  TITLE,
  /** Text in place of a value that was withheld or not filled in: ≥XX%. */
  PLACEHOLDER,
  /** A placeholder of a row that was not filled in: 指标2：, …… */
  ELLIPSIS,
  /** A mark in place of a value: a dash, 无 or a check mark. */
  NO_VALUE,
  /** A number that can be points. */
  POINTS,
  /** A number of up to three digits, which can be the number of a row. */
  ORDINAL,
  /** A number that can be a classification code or a part of one. */
  CODE,
  /** Any number without a unit. */
  NUMBER,
  /** A comparison sign, or words for one (不低于). */
  SIGN,
  PERCENT,
  /** The label of a total or subtotal. */
  TOTAL,
  /** The name of a funding row (年度资金总额). */
  FUNDING_NAME,
  /** A date, or a period that ends with one. */
  DATE,
  /** A number with its unit, perhaps with a comparison sign. */
  QUANTITY,
  /** A unit of measure. */
  UNIT,
  /** A name behind a list number: 一、, （一）, 其中：. */
  LIST_ENTRY,
  /** A value in words: 有所提升, 良好. */
  GRADE,
  /** A name that ends in 指标 or 目标 and is not a prescribed one. */
  NAMED_LEVEL,
  /** Text without letters or ideographs. */
  SYMBOLS,
  /** The name of a place: a town, a county. */
  PLACE,
  /** Text of at most eight characters without digits. */
  SHORT_TEXT,
  /** A sentence, or any text of more than 40 characters. */
  SENTENCE,
  /** Text with commas or colons, or of 25 to 40 characters. */
  PHRASE,
  /** Any other text. */
  WORDS;

  /** Whether this is a class of numbers. A number may have several of them at once. */
  boolean isNumber() {
    return this == POINTS || this == ORDINAL || this == CODE || this == NUMBER;
  }
}
