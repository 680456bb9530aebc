package org.mingzhang.web.results;

import org.jspecify.annotations.Nullable;
import org.mingzhang.question.EnglishGlossary;
import org.mingzhang.search.SearchResults;

/**
 * Suggests another query for one with few hits. It serves programs, which decide themselves; pages
 * use {@link CorrectedSearch}.
 */
public final class AlternativeQueryFinder {
  private AlternativeQueryFinder() {}

  /**
   * A better spelling, or the Chinese of English terms if nothing was found; null for no
   * suggestion.
   */
  public static @Nullable String find(SearchResults results) {
    String better = results.didYouMean();
    return better != null || results.total() > 0
        ? better
        : EnglishGlossary.standard().translate(results.request().query()).orElse(null);
  }
}
