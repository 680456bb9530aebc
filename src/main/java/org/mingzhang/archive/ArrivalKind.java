package org.mingzhang.archive;

/** Which versions of documents are asked for in the order in which they came. */
public enum ArrivalKind {
  /** All of them. */
  ALL(""),
  /** First versions: documents that were not here before. */
  FIRST(" AND number=1"),
  /** Versions that took the place of another. */
  REPLACED(" AND number>1");

  private final String condition;

  ArrivalKind(String condition) {
    this.condition = condition;
  }

  /** The condition of a query for versions. */
  String condition() {
    return condition;
  }
}
