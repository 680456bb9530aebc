package org.mingzhang.web.results;

import org.jspecify.annotations.Nullable;
import org.mingzhang.question.EnglishTerms;
import org.mingzhang.search.SearchResults;

/** What a query with hardly a hit may have meant, for programs, which decide themselves. */
public final class SuggestedQuery {
  private SuggestedQuery() {}

  /** A better spelling, or English terms in Chinese where nothing was found; else null. */
  public static @Nullable String of(SearchResults results) {
    String better = results.didYouMean();
    return better != null || results.total() > 0
        ? better
        : EnglishTerms.standard().chinese(results.request().query()).orElse(null);
  }
}
