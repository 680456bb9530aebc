package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The agency or place, fiscal year and kind of disclosure that a title states; parts that it does
 * not state are null.
 *
 * @param text the title, unspaced
 * @param agency the agency that it names, or null
 * @param place the place that it names instead of an agency (上海市某区2025年区级部门预算), or null
 * @param year the fiscal year, or null
 * @param kind the kind of disclosure, or null
 */
record ParsedDisclosureTitle(
    String text,
    @Nullable AgencyName agency,
    @Nullable String place,
    @Nullable Integer year,
    @Nullable DisclosureKind kind) {

  /** A copy with another text of the title. */
  ParsedDisclosureTitle withText(String otherText) {
    return new ParsedDisclosureTitle(otherText, agency, place, year, kind);
  }

  /**
   * The sum of the weights of the parts that the title states. The agency has the greatest weight
   * and the kind the smallest.
   */
  int weight() {
    return (agency == null ? 0 : 4)
        + (place == null ? 0 : 2)
        + (year == null ? 0 : 2)
        + (kind == null ? 0 : 1);
  }
}
