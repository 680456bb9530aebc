package org.mingzhang.web.results;

import org.jspecify.annotations.Nullable;
import org.mingzhang.question.EnglishGlossary;
import org.mingzhang.search.SearchResults;

/**
 * Suggests another query in place of a query with few hits. Used by the API, whose clients decide
 * themselves whether to use the suggestion; pages use {@link CorrectedSearch}.
 */
public final class AlternativeQueryFinder {
  private AlternativeQueryFinder() {}

  /**
   * A better spelling or, if nothing was found, the Chinese translation of English terms; null if
   * there is no suggestion.
   */
  public static @Nullable String find(SearchResults results) {
    String better = results.didYouMean();
    return better != null || results.total() > 0
        ? better
        : EnglishGlossary.standard().translate(results.request().query()).orElse(null);
  }
}
