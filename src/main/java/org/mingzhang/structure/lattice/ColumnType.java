package org.mingzhang.structure.lattice;

/** The type of a column by its content, which decides the costs of its cells in the lattice. */
public enum ColumnType {
  /** 一级指标. */
  LEVEL1,
  /** 二级指标. */
  LEVEL2,
  /** Name of an indicator. */
  LEVEL3,
  /** Comparison sign: ≥ or =. */
  SIGN,
  /** Kind of an indicator (定量 or 定性) or of its comparison, beside a column of signs. */
  INDICATOR_KIND,
  /** Unit of measure. */
  UNIT,
  /** Target of an indicator. */
  TARGET,
  /** Target of an indicator as adjusted during the year. */
  ADJUSTED_TARGET,
  /** Result of an indicator. */
  ACTUAL,
  /** Points: the weight of an indicator or its score. */
  POINTS,
  /** Reason for a deviation, or a remark. */
  NOTE,
  COMPLETION_RATE,
  /** Text of any length. */
  TEXT,
  /** Date, month or duration. */
  TIME,
  /** Name of the account or item of the row. */
  ACCOUNT_NAME,
  /** Name of an agency, a project or a thing. */
  NAME,
  /** Name of a place: a town, a village or a county, merged over its rows in many lists. */
  PLACE,
  /** Number of the row. */
  ORDINAL,
  /** Code of an account. */
  CODE,
  /** Code of an agency, which is not an account code. */
  AGENCY_CODE,
  /** Number of a contract, file or project, of digits, letters or both. */
  IDENTIFIER,
  /** Amount of money or number of things. */
  AMOUNT,
  PERCENT,
  /** Name of a funding row (年度资金总额, 财政拨款) of a performance form. */
  FUNDING_NAME,
  /** Points of a funding row. */
  FUNDING_POINTS,
  /** Unknown; any text fits. */
  ANY;

  /** Whether the cells of a column of this type identify the row of an account table. */
  public boolean identifiesRow() {
    return isName() || this == CODE || this == AGENCY_CODE || this == IDENTIFIER || this == TEXT;
  }

  /** Whether the cells of a column of this type are the name of the row or a part of it. */
  public boolean isName() {
    return this == ACCOUNT_NAME || this == NAME || this == PLACE;
  }

  /** Whether the cells of a column of this type name a level above the indicators. */
  public boolean isLevel() {
    return this == LEVEL1 || this == LEVEL2;
  }

  /**
   * Whether the cells of a column of this type are amounts, percentages, points, ordinals or codes.
   * {@link #COMPLETION_RATE} and {@link #FUNDING_POINTS} are not among them, although their cells
   * are numbers.
   */
  public boolean isNumeric() {
    return this == AMOUNT
        || this == PERCENT
        || this == POINTS
        || this == ORDINAL
        || this == CODE
        || this == AGENCY_CODE;
  }
}
