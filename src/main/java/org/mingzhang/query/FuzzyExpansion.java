package org.mingzhang.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.text.CodePointOrder;

/**
 * Expansion of fuzzy query terms over all shards of an index. Lucene expands a fuzzy query to the
 * most similar terms of one index and scores all of them with the document frequency of the most
 * frequent, so that rare misspellings do not score higher than the correct word. For several shards
 * this is done in two steps: each shard returns its most similar terms, and the most similar of all
 * are then searched in every shard.
 */
public final class FuzzyExpansion {
  private static final int PREFIX_LENGTH = 1;
  private static final int MAX_EXPANSIONS = 50;

  /** The order that Lucene uses: most similar first, ties broken by code points. */
  private static final Comparator<FuzzyWord> NEAREST_FIRST =
      Comparator.comparingDouble(FuzzyWord::boost)
          .reversed()
          .thenComparing(FuzzyWord::word, CodePointOrder.COMPARATOR);

  private FuzzyExpansion() {}

  /**
   * The fuzzy query for a single index: matches the {@link #MAX_EXPANSIONS} most similar terms that
   * start with the same character.
   */
  static FuzzyQuery createQuery(String field, String word, int maxEdits) {
    return new FuzzyQuery(new Term(field, word), maxEdits, PREFIX_LENGTH, MAX_EXPANSIONS, true);
  }

  /**
   * The at most {@link #MAX_EXPANSIONS} most similar terms of one shard that start with the same
   * character, with the statistics of that shard.
   */
  public static List<FuzzyWord> expand(
      String field, String word, int maxEdits, IndexSearcher searcher) throws IOException {
    Query rewritten =
        new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MAX_EXPANSIONS)
            .rewrite(searcher, createQuery(field, word, maxEdits));
    List<FuzzyWord> words = new ArrayList<>();
    collectTerms(rewritten, 1f, searcher, words);
    return words;
  }

  private static void collectTerms(
      Query query, float boost, IndexSearcher searcher, List<FuzzyWord> words) throws IOException {
    switch (query) {
      case BooleanQuery disjunction -> {
        for (BooleanClause clause : disjunction.clauses()) {
          collectTerms(clause.query(), boost, searcher, words);
        }
      }
      case BoostQuery boosted ->
          collectTerms(boosted.getQuery(), boost * boosted.getBoost(), searcher, words);
      case ConstantScoreQuery constant -> collectTerms(constant.getQuery(), boost, searcher, words);
      case TermQuery found -> {
        TermStates states = TermStates.build(searcher, found.getTerm(), true);
        String word = found.getTerm().text();
        words.add(new FuzzyWord(word, boost, states.docFreq(), states.totalTermFreq()));
      }
      default -> throw new IllegalStateException("not a choice of words: " + query);
    }
  }

  /**
   * Merges the expansions of all shards: adds up the statistics of equal terms and keeps the {@link
   * #MAX_EXPANSIONS} most similar ones, most similar first.
   */
  public static List<FuzzyWord> merge(List<List<FuzzyWord>> wordsByShard) {
    Map<String, FuzzyWord> words = new HashMap<>();
    for (List<FuzzyWord> shard : wordsByShard) {
      for (FuzzyWord word : shard) {
        words.merge(word.word(), word, FuzzyExpansion::sumStatistics);
      }
    }
    return words.values().stream().sorted(NEAREST_FIRST).limit(MAX_EXPANSIONS).toList();
  }

  private static FuzzyWord sumStatistics(FuzzyWord a, FuzzyWord b) {
    return new FuzzyWord(
        a.word(), a.boost(), a.docFreq() + b.docFreq(), a.totalTermFreq() + b.totalTermFreq());
  }

  /**
   * Matches rows with one of the terms, all scored with the document frequency of the most
   * frequent; matches nothing if there are no terms.
   */
  static Query createQuery(String field, List<FuzzyWord> words) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word is near");
    }
    long rows = words.stream().mapToLong(FuzzyWord::docFreq).max().orElse(0);
    long occurrences = words.stream().mapToLong(FuzzyWord::totalTermFreq).sum();
    BooleanQuery.Builder disjunction = new BooleanQuery.Builder();
    for (FuzzyWord word : words) {
      Query term = new FixedStatisticsTermQuery(new Term(field, word.word()), rows, occurrences);
      disjunction.add(
          word.boost() == 1f ? term : new BoostQuery(term, word.boost()),
          BooleanClause.Occur.SHOULD);
    }
    return disjunction.build();
  }
}
