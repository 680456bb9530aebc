package org.mingzhang.web.compare;

import java.util.List;
import java.util.Locale;
import org.mingzhang.model.Scope;

/**
 * What a comparison compares over agencies and years: an account, an indicator or a topic.
 * Determines the scope that is searched and the measures that are offered.
 */
public enum ComparisonSubject {
  /** An account of the chart, or another one by its printed name. */
  FIGURE(Scope.FACTS),
  INDICATOR(Scope.INDICATORS),
  TOPIC(Scope.SECTIONS);

  private final Scope scope;

  ComparisonSubject(Scope scope) {
    this.scope = scope;
  }

  /** The scope it is found in. */
  public Scope scope() {
    return scope;
  }

  /** Its measures, the default first. */
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
