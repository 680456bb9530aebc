package org.mingzhang.model;

import java.util.Arrays;
import java.util.Optional;

/** Kind of disclosure. */
public enum Category {
  DEPARTMENT_FINAL_ACCOUNTS("部门决算", "Department final accounts", "bmjs"),
  UNIT_FINAL_ACCOUNTS("单位决算", "Unit final accounts", "dwjs"),
  DEPARTMENT_BUDGET("部门预算", "Department budget", "bmys"),
  UNIT_BUDGET("单位预算", "Unit budget", "dwys"),
  DEPARTMENT_SELF_EVALUATION("部门整体支出绩效自评", "Department performance self-evaluation", "bmzp"),
  PROJECT_SELF_EVALUATION("项目支出绩效自评", "Project performance self-evaluation", "xmzp"),
  GOVERNMENT_FINAL_ACCOUNTS("政府决算", "Government final accounts", "zfjs"),
  GOVERNMENT_BUDGET("政府预算", "Government budget", "zfys"),
  OTHER("其他", "Other", "qt");

  private final String label;
  private final String english;
  private final String slug;

  Category(String label, String english, String slug) {
    this.label = label;
    this.english = english;
    this.slug = slug;
  }

  /** Whether documents of the category are budgets, which plan a year. */
  public boolean isBudget() {
    return this == DEPARTMENT_BUDGET || this == UNIT_BUDGET || this == GOVERNMENT_BUDGET;
  }

  /** Whether documents of the category are final accounts, which report the results of a year. */
  public boolean isFinalAccount() {
    return this == DEPARTMENT_FINAL_ACCOUNTS
        || this == UNIT_FINAL_ACCOUNTS
        || this == GOVERNMENT_FINAL_ACCOUNTS;
  }

  /** Whether documents of the category are about a place's whole government. */
  public boolean isAboutWholeGovernment() {
    return this == GOVERNMENT_BUDGET || this == GOVERNMENT_FINAL_ACCOUNTS;
  }

  /** Name in the record format and on Chinese pages. */
  public String label() {
    return label;
  }

  /** Name on English pages. */
  public String english() {
    return english;
  }

  /** Abbreviation in lower-case Latin letters, used in permalinks. */
  public String slug() {
    return slug;
  }

  /** The category with this name in the record format; empty if there is none. */
  public static Optional<Category> ofLabel(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
  }
}
