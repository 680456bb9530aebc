package org.mingzhang.model;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fund that an amount is paid from or belongs to. The funds of agencies form a tree: an amount
 * of a fund is at most the amount of its {@link #parentFund()}. The social insurance funds are a
 * budget of governments (预算法, 第五条) that is never added up with the other budgets.
 */
public enum Fund {
  ALL("全口径", "all funds", null),
  APPROPRIATION("财政拨款", "fiscal appropriation", ALL),
  GENERAL_BUDGET("一般公共预算", "general public budget", APPROPRIATION),
  GOVERNMENT_FUND("政府性基金", "government funds", APPROPRIATION),
  STATE_CAPITAL("国有资本", "state capital operations", APPROPRIATION),
  SPECIAL_ACCOUNT("财政专户", "special fiscal account", ALL),
  OWN_REVENUE("单位资金", "own revenue of units", ALL),
  SOCIAL_INSURANCE("社会保险基金", "social insurance funds", null);

  private final String label;
  private final String english;
  private final @Nullable Fund parent;

  Fund(String label, String english, @Nullable Fund parent) {
    this.label = label;
    this.english = english;
    this.parent = parent;
  }

  /** Name in the record format and on Chinese pages. */
  public String label() {
    return label;
  }

  /** Name on English pages. */
  public String english() {
    return english;
  }

  /** The fund that this one is a part of; empty for {@link #ALL} and {@link #SOCIAL_INSURANCE}. */
  public Optional<Fund> parentFund() {
    return Optional.ofNullable(parent);
  }

  /** Whether this fund equals another or is a part of it. */
  public boolean isWithin(Fund other) {
    return this == other || (parent != null && parent.isWithin(other));
  }

  /** The fund with this name in the record format; empty if there is none. */
  public static Optional<Fund> ofLabel(String label) {
    return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
  }
}
