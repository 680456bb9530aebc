package org.mingzhang.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.FuzzyExpansion;
import org.mingzhang.query.FuzzyWord;

/**
 * Index-wide statistics needed to translate and score one query. Each shard computes its part; the
 * sum is sent to all shards, so that the score of a row does not depend on its shard.
 *
 * @param fields statistics of the fields of the query's terms, by name
 * @param terms statistics of the query's terms
 * @param containedTexts texts that are contained in at least one facet value
 * @param fuzzy the index terms most similar to each fuzzy term, see {@link FuzzyExpansion}
 */
public record IndexStatistics(
    Map<String, FieldCounts> fields,
    Map<FieldTerm, TermCounts> terms,
    Set<ContainedText> containedTexts,
    Map<FuzzyTerm, List<FuzzyWord>> fuzzy) {

  /**
   * Empty statistics that tell a shard to use its own. Used if it is the only shard, or if neither
   * scores nor the vocabulary of other shards are needed.
   */
  public static final IndexStatistics USE_LOCAL =
      new IndexStatistics(Map.of(), Map.of(), Set.of(), Map.of());

  /** Makes an immutable copy of the collections. */
  public IndexStatistics {
    fields = Map.copyOf(fields);
    terms = Map.copyOf(terms);
    containedTexts = Set.copyOf(containedTexts);
    fuzzy = Map.copyOf(fuzzy);
  }

  /** Statistics of a field, as in Lucene's {@code CollectionStatistics}. */
  public record FieldCounts(long maxDoc, long docCount, long sumTotalTermFreq, long sumDocFreq) {
    private FieldCounts plus(FieldCounts other) {
      return new FieldCounts(
          maxDoc + other.maxDoc,
          docCount + other.docCount,
          sumTotalTermFreq + other.sumTotalTermFreq,
          sumDocFreq + other.sumDocFreq);
    }
  }

  /** A term together with its field. */
  public record FieldTerm(String field, String text) {}

  /**
   * Statistics of a term, as in Lucene's {@code TermStatistics}. Deleted rows are counted until
   * their segment is merged.
   */
  public record TermCounts(long docFreq, long totalTermFreq) {
    private TermCounts plus(TermCounts other) {
      return new TermCounts(docFreq + other.docFreq, totalTermFreq + other.totalTermFreq);
    }
  }

  /** A normalized text that is a substring of a value of a facet. */
  public record ContainedText(FacetDimension dimension, String foldedText) {}

  /** A word to be searched with a maximum edit distance. */
  public record FuzzyTerm(String field, String word, int edits) {}

  /** Merges the statistics of all shards. */
  static IndexStatistics sum(List<IndexStatistics> statisticsByShard) {
    Map<String, FieldCounts> fields = new HashMap<>();
    Map<FieldTerm, TermCounts> terms = new HashMap<>();
    Set<ContainedText> contained = new HashSet<>();
    Set<FuzzyTerm> fuzzyTerms = new LinkedHashSet<>();
    for (IndexStatistics shard : statisticsByShard) {
      shard.fields.forEach((name, counts) -> fields.merge(name, counts, FieldCounts::plus));
      shard.terms.forEach((term, counts) -> terms.merge(term, counts, TermCounts::plus));
      contained.addAll(shard.containedTexts);
      fuzzyTerms.addAll(shard.fuzzy.keySet());
    }
    Map<FuzzyTerm, List<FuzzyWord>> fuzzy = new HashMap<>();
    for (FuzzyTerm word : fuzzyTerms) {
      List<List<FuzzyWord>> near = new ArrayList<>();
      statisticsByShard.forEach(shard -> near.add(shard.fuzzy.getOrDefault(word, List.of())));
      fuzzy.put(word, FuzzyExpansion.merge(near));
    }
    return new IndexStatistics(fields, terms, contained, fuzzy);
  }
}
