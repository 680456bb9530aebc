package org.mingzhang.model;

import java.util.Arrays;
import java.util.Optional;

/** A property of rows by which results are counted and filtered (facet). */
public enum FacetDimension {
  REGION("region", true),
  YEAR("year", false),
  CATEGORY("category", false),
  TOPIC("topic", false),
  AGENCY_TYPE("agency_type", false),
  AGENCY("agency", false),
  /** Host of the address at which the document was published. */
  SITE("site", false),
  /** Year and month of publication, {@code 2024/2024-08}. */
  PUBLISHED("published", true),
  INDICATOR_LEVEL1("level1", false),
  INDICATOR_LEVEL2("level2", false),
  /** Whether an indicator met its target: {@code met}, {@code missed} or {@code unknown}. */
  TARGET_RESULT("met", false),
  FIGURE_NAME("name", false),
  FINDING_KIND("kind", false),
  SEVERITY("severity", false),
  ACCOUNT("account", false),
  STAGE("stage", false),
  FUND("fund", false),
  /** Which of the entity's accounts a fact includes. */
  PERIMETER("perimeter", false),
  /**
   * Fiscal year of the value of a fact, which may differ from the {@link #YEAR} of its document.
   */
  FACT_YEAR("fact_year", false),
  FACT_KIND("fact_kind", false),
  ITEM("item", false),
  ITEM_CODE("code", false),
  /** Body whose accounts a fact is about. */
  ENTITY("entity", false),
  /**
   * {@code true} for a fact of which the document also states another value; not set for others.
   */
  DISPUTED("disputed", false);

  private final String id;
  private final boolean hierarchical;

  FacetDimension(String id, boolean hierarchical) {
    this.id = id;
    this.hierarchical = hierarchical;
  }

  /** Name used in addresses and in the API. */
  public String id() {
    return id;
  }

  /** Whether values are paths such as {@code 湖北省/武汉市}. */
  public boolean hierarchical() {
    return hierarchical;
  }

  /** The dimension with this name in addresses; empty if there is none. */
  public static Optional<FacetDimension> ofId(String id) {
    return Arrays.stream(values()).filter(d -> d.id.equals(id)).findFirst();
  }
}
