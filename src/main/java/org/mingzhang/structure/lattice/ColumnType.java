package org.mingzhang.structure.lattice;

/** What a column holds. */
public enum ColumnType {
  /** 一级指标. */
  LEVEL1,
  /** 二级指标. */
  LEVEL2,
  /** Name of an indicator. */
  LEVEL3,
  /** ≥ or =. */
  SIGN,
  /** Unit of measure. */
  MEASURE,
  /** Target of an indicator. */
  TARGET,
  /** Target of an indicator as it was changed in the course of the year. */
  ADJUSTED,
  /** Result of an indicator. */
  ACTUAL,
  /** Points to be had or given. */
  POINTS,
  /** Reason of a deviation, remark. */
  NOTE,
  /** Rate of completion. */
  RATE,
  /** Words of any length. */
  TEXT,
  /** Name of the row's item. */
  LABEL,
  /** Name of a body, a project, a place. */
  NAME,
  /** Number of the row. */
  ORDINAL,
  /** Code of an account. */
  CODE,
  /** Code of a body, which is no account's. */
  BODY_CODE,
  /** Amount of money or number of things. */
  AMOUNT,
  /** Percentage. */
  PERCENT,
  /** Line of the money of a performance form. */
  FUND,
  /** Points of a line of money. */
  SHARE,
  /** Nothing is known. */
  ANY;

  /** Whether its cells say what a row of accounts is about. */
  public boolean names() {
    return this == LABEL || this == NAME || this == CODE || this == BODY_CODE || this == TEXT;
  }

  /** Whether it holds the names of a level above the indicators. */
  public boolean isLevel() {
    return this == LEVEL1 || this == LEVEL2;
  }

  /** Whether it holds numbers. */
  public boolean numeric() {
    return this == AMOUNT
        || this == PERCENT
        || this == POINTS
        || this == ORDINAL
        || this == CODE
        || this == BODY_CODE;
  }
}
