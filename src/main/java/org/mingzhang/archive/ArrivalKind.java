package org.mingzhang.archive;

/** Filter for versions in the order of arrival. */
public enum ArrivalKind {
  /** All versions. */
  ALL(""),
  /** First versions of documents. */
  FIRST(" AND number=1"),
  /** Versions that replaced an earlier one. */
  REPLACED(" AND number>1");

  private final String condition;

  ArrivalKind(String condition) {
    this.condition = condition;
  }

  /** The SQL condition. */
  String condition() {
    return condition;
  }
}
