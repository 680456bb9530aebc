package org.mingzhang.web.compare;

import java.util.List;
import java.util.Locale;
import org.mingzhang.model.Scope;

/** What can be compared. */
public enum ComparisonSubject {
  /** An account of the chart, or an open one under its printed name. */
  FIGURE(Scope.FACTS),
  INDICATOR(Scope.INDICATORS),
  TOPIC(Scope.SECTIONS);

  private final Scope scope;

  ComparisonSubject(Scope scope) {
    this.scope = scope;
  }

  /** Where it is found. */
  public Scope scope() {
    return scope;
  }

  /** What of it can be shown, the usual first. */
  public List<Measure> measures() {
    return switch (this) {
      case FIGURE -> List.of(Measure.AMOUNT);
      case INDICATOR -> List.of(Measure.SCORE, Measure.ACTUAL);
      case TOPIC -> List.of(Measure.LENGTH);
    };
  }

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
