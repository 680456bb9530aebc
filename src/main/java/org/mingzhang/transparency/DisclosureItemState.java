package org.mingzhang.transparency;

import java.util.Locale;

/** Whether a document discloses a required item; {@link #UNDECIDED} if this cannot be told. */
public enum DisclosureItemState {
  DISCLOSED("已公开", "disclosed"),
  EMPTY_EXPLAINED("空表且有说明", "empty form, explained"),
  EMPTY("空表无说明", "empty form, not explained"),
  /** Not found in a document that was read completely. */
  NOT_SEEN("未见", "not found"),
  UNDECIDED("无法判定", "undecided");

  private final String label;
  private final String english;

  DisclosureItemState(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** Name on Chinese pages. */
  public String label() {
    return label;
  }

  /** Name on English pages. */
  public String english() {
    return english;
  }

  /** Name in files, {@code empty-explained}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether an item in this state counts as disclosed in the score. */
  public boolean countsAsDisclosed() {
    return this == DISCLOSED || this == EMPTY_EXPLAINED;
  }
}
