package org.mingzhang.model;

/** What a search looks for: each is a kind of document in the index. */
public enum Scope {
  SECTIONS,
  INDICATORS,
  FIGURES,
  DOCUMENTS,
  FINDINGS;

  /** Lower-case name used in addresses. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
