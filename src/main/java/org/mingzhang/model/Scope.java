package org.mingzhang.model;

import java.util.Arrays;
import java.util.List;

/** What a search looks for: each is a kind of document in the index. */
public enum Scope {
  SECTIONS,
  INDICATORS,
  FIGURES,
  FACTS,
  DOCUMENTS,
  FINDINGS;

  /** The scopes offered to readers; amounts under their former names are found by address alone. */
  public static List<Scope> offered() {
    return Arrays.stream(values()).filter(scope -> scope != FIGURES).toList();
  }

  /** Lower-case name used in addresses. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
