package org.mingzhang.model;

import java.util.Arrays;
import java.util.List;

/** The kind of row that a search returns. */
public enum SearchScope {
  SECTIONS,
  INDICATORS,
  FIGURES,
  FACTS,
  DOCUMENTS,
  FINDINGS;

  /** The scopes that pages offer; {@link #FIGURES} can be used only by address. */
  public static List<SearchScope> offeredScopes() {
    return Arrays.stream(values()).filter(scope -> scope != FIGURES).toList();
  }

  /** Lower-case name used in addresses. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
