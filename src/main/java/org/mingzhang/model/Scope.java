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

  /** Those that readers are offered; amounts under their former names are found by address. */
  public static List<Scope> offered() {
    return Arrays.stream(values()).filter(scope -> scope != FIGURES).toList();
  }

  /** Lower-case name used in addresses. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
