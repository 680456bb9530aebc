package org.mingzhang.query;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;

/**
 * What the translation of a query asks of an index. An index that is one shard of several knows its
 * own values and words; what the others have it is told.
 */
@FunctionalInterface
public interface IndexVocabulary {
  /** The values of a facet whose normal form passes the test, as they stand in the index. */
  List<String> matching(Dimension dimension, Predicate<String> folded);

  /** The values of a facet that contain a text in normal form. */
  default List<String> holding(Dimension dimension, String folded) {
    return matching(dimension, value -> value.contains(folded));
  }

  /** Whether another shard has a value of a facet that contains a text in normal form. */
  default boolean heldElsewhere(Dimension dimension, String folded) {
    return false;
  }

  /** The words of all shards that a misspelled word may stand for; null for one shard alone. */
  default @Nullable List<FuzzyWord> fuzzyWords(String field, String word, int edits) {
    return null;
  }
}
