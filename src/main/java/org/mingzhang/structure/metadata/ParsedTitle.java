package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a title says.
 *
 * @param text the title, compact
 * @param agency the body it names, or null
 * @param place the place it names instead of a body (上海市某区2025年区级部门预算), or null
 * @param year the fiscal year, or null
 * @param kind the kind of disclosure, or null
 */
record ParsedTitle(
    String text,
    @Nullable AgencyName agency,
    @Nullable String place,
    @Nullable Integer year,
    @Nullable Kind kind) {

  /** How much it says; a title with agency, year and kind says most. */
  int weight() {
    return (agency == null ? 0 : 4)
        + (place == null ? 0 : 2)
        + (year == null ? 0 : 2)
        + (kind == null ? 0 : 1);
  }
}
