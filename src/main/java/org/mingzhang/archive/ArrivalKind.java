package org.mingzhang.archive;

/** Filter for versions in the order of arrival. */
public enum ArrivalKind {
  /** All versions. */
  ALL(""),
  /** First versions of documents. */
  FIRST(" AND number=1"),
  /** Versions that replaced an earlier one. */
  REPLACED(" AND number>1");

  private final String sqlCondition;

  ArrivalKind(String condition) {
    this.sqlCondition = condition;
  }

  /** The SQL condition. */
  String sqlCondition() {
    return sqlCondition;
  }
}
