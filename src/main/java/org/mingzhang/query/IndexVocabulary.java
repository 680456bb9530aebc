package org.mingzhang.query;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;

/**
 * The facet values and fuzzy terms of an index, needed to translate a query. In an index of several
 * shards, each shard answers from its own data and from the index-wide statistics.
 */
@FunctionalInterface
public interface IndexVocabulary {
  /** The facet values whose normalized form satisfies a predicate, returned as stored. */
  List<String> valuesMatching(FacetDimension dimension, Predicate<String> foldedFilter);

  /** The values of a facet that contain a normalized text. */
  default List<String> valuesContaining(FacetDimension dimension, String folded) {
    return valuesMatching(dimension, value -> value.contains(folded));
  }

  /**
   * Whether, according to the index-wide statistics, any shard has a value that contains a
   * normalized text. The default implementation, for an index without such statistics, returns
   * false.
   */
  default boolean isContainedInValueOfAnyShard(FacetDimension dimension, String folded) {
    return false;
  }

  /**
   * The expansion of a fuzzy term over all shards; null if it is not known, so that the term is to
   * be expanded in the local index alone.
   */
  default @Nullable List<FuzzyWord> fuzzyWords(String field, String word, int maxEdits) {
    return null;
  }
}
