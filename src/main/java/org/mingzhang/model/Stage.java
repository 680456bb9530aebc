package org.mingzhang.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The stage of the budget cycle that an amount belongs to. 上年决算 is not a stage of its own but
 * {@link #RESULT} of the year before.
 */
public enum Stage {
  INITIAL_BUDGET("年初预算", "initial budget"),
  BUDGET("预算", "budget"),
  ADJUSTED_BUDGET("调整预算", "adjusted budget"),
  EXECUTION("执行", "execution"),
  RESULT("决算", "final accounts");

  private final String label;
  private final String english;

  Stage(String label, String english) {
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

  /** The stage with this name in the record format; empty if there is none. */
  public static Optional<Stage> ofLabel(String label) {
    return Arrays.stream(values()).filter(s -> s.label.equals(label)).findFirst();
  }
}
