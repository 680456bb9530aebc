package org.mingzhang.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The reporting perimeter of an amount: whose accounts it includes. The constants are in the order
 * in which answers and comparisons choose a perimeter if none is asked for; for the revenue of a
 * city, this is its whole territory.
 */
public enum Perimeter {
  /** A department with its subordinate units. */
  DEPARTMENT("部门", "department with its units"),
  /** One unit, or the department's own office, alone. */
  UNIT("单位", "single unit"),
  /** A territory with all lower levels of government. */
  TERRITORY("全域", "whole territory"),
  /** The government of one level alone. */
  GOVERNMENT("政府本级", "government of this level");

  private final String label;
  private final String english;

  Perimeter(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** Name in the record format and on Chinese pages. */
  public String label() {
    return label;
  }

  /** Name on English pages. */
  public String english() {
    return english;
  }

  /** Whether the accounts of this perimeter are a proper part of those of another. */
  public boolean isPartOf(Perimeter other) {
    return (this == GOVERNMENT && other == TERRITORY) || (this == UNIT && other == DEPARTMENT);
  }

  /** The perimeter with this name in the record format; empty if there is none. */
  public static Optional<Perimeter> ofLabel(String label) {
    return Arrays.stream(values()).filter(p -> p.label.equals(label)).findFirst();
  }
}
