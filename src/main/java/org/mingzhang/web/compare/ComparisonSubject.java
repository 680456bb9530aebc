package org.mingzhang.web.compare;

import java.util.List;
import java.util.Locale;
import org.mingzhang.model.SearchScope;

/**
 * The subject of a comparison over agencies and years: an account, an indicator or a topic.
 * Determines the scope that is searched and the measures that are offered.
 */
public enum ComparisonSubject {
  /** An account of the chart, or another account by its printed name. */
  FIGURE(SearchScope.FACTS),
  INDICATOR(SearchScope.INDICATORS),
  TOPIC(SearchScope.SECTIONS);

  private final SearchScope scope;

  ComparisonSubject(SearchScope scope) {
    this.scope = scope;
  }

  /** The scope of rows in which values of the subject are found. */
  public SearchScope scope() {
    return scope;
  }

  /** The measures offered for the subject, the default first. */
  public List<ComparisonMeasure> measures() {
    return switch (this) {
      case FIGURE -> List.of(ComparisonMeasure.AMOUNT);
      case INDICATOR -> List.of(ComparisonMeasure.ACTUAL, ComparisonMeasure.SCORE);
      case TOPIC -> List.of(ComparisonMeasure.LENGTH);
    };
  }

  /** Name in addresses and in the keys of messages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
