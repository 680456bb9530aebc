package org.mingzhang.web.leads;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator;

/** A tab of the list of leads: all leads, findings alone, or targets that were met or missed. */
public enum LeadTab {
  /** Findings, and targets that were missed by far. */
  ALL("", null),
  /** Findings alone. */
  FINDINGS("", null),
  /** Targets missed by a fifth or more. */
  MISSED("gap_percent:>=20%", Indicator.TargetResult.MISSED),
  /** Targets whose result is more than double, which suggests that they were set too low. */
  EXCEEDED("gap_percent:>100%", Indicator.TargetResult.MET);

  private final String bound;
  private final Indicator.@Nullable TargetResult targetResult;

  LeadTab(String bound, Indicator.@Nullable TargetResult targetResult) {
    this.bound = bound;
    this.targetResult = targetResult;
  }

  /** Name in addresses and texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Address of its list. */
  String path() {
    return this == ALL ? "/leads" : "/leads/" + id();
  }

  /** Whether findings are among the leads of this part. */
  boolean includesFindings() {
    return this == ALL || this == FINDINGS;
  }

  /**
   * The list whose targets are among the leads of this one; empty if this one shows findings only.
   */
  Optional<LeadTab> targetPart() {
    return switch (this) {
      case ALL -> Optional.of(MISSED);
      case FINDINGS -> Optional.empty();
      case MISSED, EXCEEDED -> Optional.of(this);
    };
  }

  /** The query clause that selects targets with the deviation of this part. */
  String bound() {
    return bound;
  }

  /**
   * Whether the targets of this part were met or missed; empty if the part does not filter by this.
   */
  Optional<Indicator.TargetResult> targetResult() {
    return Optional.ofNullable(targetResult);
  }

  /** The part with an id. */
  static Optional<LeadTab> ofId(String id) {
    return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
  }
}
