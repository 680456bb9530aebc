package org.mingzhang.web.leads;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator;

/**
 * A tab of the list of leads: all leads, only findings, or targets that were missed or exceeded.
 */
public enum LeadTab {
  /** Findings, and the targets of {@link #MISSED}. */
  ALL("", null),
  /** Only findings. */
  FINDINGS("", null),
  /** Targets missed by 20 percent or more. */
  MISSED("gap_percent:>=20%", Indicator.TargetResult.MISSED),
  /**
   * Targets with a result of more than double the target, which suggests that they were set too
   * low.
   */
  EXCEEDED("gap_percent:>100%", Indicator.TargetResult.MET);

  private final String deviationClause;
  private final Indicator.@Nullable TargetResult targetResult;

  LeadTab(String deviationClause, Indicator.@Nullable TargetResult targetResult) {
    this.deviationClause = deviationClause;
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

  /** Whether the leads of this tab include findings. */
  boolean includesFindings() {
    return this == ALL || this == FINDINGS;
  }

  /**
   * The tab whose targets are among the leads of this tab; empty if this tab shows only findings.
   */
  Optional<LeadTab> targetTab() {
    return switch (this) {
      case ALL -> Optional.of(MISSED);
      case FINDINGS -> Optional.empty();
      case MISSED, EXCEEDED -> Optional.of(this);
    };
  }

  /** The query clause for targets with the deviation of this tab; empty if it requires none. */
  String deviationClause() {
    return deviationClause;
  }

  /**
   * Whether the targets of this tab were met or missed; empty if the tab does not filter by this.
   */
  Optional<Indicator.TargetResult> targetResult() {
    return Optional.ofNullable(targetResult);
  }

  /** The tab with an id; empty if there is none. */
  static Optional<LeadTab> ofId(String id) {
    return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
  }
}
