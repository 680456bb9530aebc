package org.mingzhang.shard;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.FuzzyWord;
import org.mingzhang.query.IndexVocabulary;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.IndexStatistics.ContainedText;
import org.mingzhang.search.IndexStatistics.FuzzyTerm;

/**
 * The vocabulary of a shard, with the information about other shards in the index-wide statistics.
 *
 * @param snapshot the shard
 * @param statistics statistics of all shards
 */
record ShardVocabulary(ShardSnapshot snapshot, IndexStatistics statistics)
    implements IndexVocabulary {
  @Override
  public List<String> valuesMatching(FacetDimension dimension, Predicate<String> foldedFilter) {
    return snapshot.valuesMatching(dimension, foldedFilter);
  }

  @Override
  public boolean isContainedInValueOfAnyShard(FacetDimension dimension, String folded) {
    return statistics.containedTexts().contains(new ContainedText(dimension, folded));
  }

  @Override
  public @Nullable List<FuzzyWord> fuzzyWords(String field, String word, int maxEdits) {
    return statistics.fuzzy().get(new FuzzyTerm(field, word, maxEdits));
  }
}
