package org.mingzhang.archive;

/** Which versions of a {@link VersionLog} are listed. */
public enum VersionFilter {
  ALL(""),
  /** First versions of documents. */
  FIRST(" AND number=1"),
  /** Versions that replaced an earlier one. */
  REPLACEMENTS(" AND number>1");

  private final String sqlCondition;

  VersionFilter(String condition) {
    this.sqlCondition = condition;
  }

  /** The SQL condition that is appended to others, with a leading AND; empty for all versions. */
  String sqlCondition() {
    return sqlCondition;
  }
}
