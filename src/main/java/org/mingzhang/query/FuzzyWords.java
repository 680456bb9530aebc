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
 * The words that a misspelled word may stand for, chosen over all shards of an index: Lucene
 * chooses the nearest of one index and gives all of them the row count of the most frequent, so
 * that a rare misspelling is worth no more than the word. Over shards the same is done in two
 * steps: each names its nearest, and the nearest of all are looked for in each.
 */
public final class FuzzyWords {
  private static final int SHORTEST_PREFIX = 1;
  private static final int MOST = 50;

  /** Lucene's order: nearest first, of equally near ones the first by its bytes. */
  private static final Comparator<FuzzyWord> NEAREST_FIRST =
      Comparator.comparingDouble(FuzzyWord::boost)
          .reversed()
          .thenComparing(FuzzyWord::word, CodePointOrder.COMPARATOR);

  private FuzzyWords() {}

  /** Finds the words near one in the index that is searched. */
  static FuzzyQuery query(String field, String word, int edits) {
    return new FuzzyQuery(new Term(field, word), edits, SHORTEST_PREFIX, MOST, true);
  }

  /** The words of one shard near one, with their statistics there. */
  public static List<FuzzyWord> near(String field, String word, int edits, IndexSearcher searcher)
      throws IOException {
    Query nearest =
        new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MOST)
            .rewrite(searcher, query(field, word, edits));
    List<FuzzyWord> words = new ArrayList<>();
    add(nearest, 1f, searcher, words);
    return words;
  }

  private static void add(Query query, float boost, IndexSearcher searcher, List<FuzzyWord> words)
      throws IOException {
    switch (query) {
      case BooleanQuery any -> {
        for (BooleanClause clause : any.clauses()) {
          add(clause.query(), boost, searcher, words);
        }
      }
      case BoostQuery boosted ->
          add(boosted.getQuery(), boost * boosted.getBoost(), searcher, words);
      case ConstantScoreQuery constant -> add(constant.getQuery(), boost, searcher, words);
      case TermQuery found -> {
        TermStates states = TermStates.build(searcher, found.getTerm(), true);
        String word = found.getTerm().text();
        words.add(new FuzzyWord(word, boost, states.docFreq(), states.totalTermFreq()));
      }
      default -> throw new IllegalStateException("not a choice of words: " + query);
    }
  }

  /** The nearest words of all shards, from those of each. */
  public static List<FuzzyWord> merged(List<List<FuzzyWord>> shards) {
    Map<String, FuzzyWord> words = new HashMap<>();
    for (List<FuzzyWord> shard : shards) {
      for (FuzzyWord word : shard) {
        words.merge(word.word(), word, FuzzyWords::sum);
      }
    }
    return words.values().stream().sorted(NEAREST_FIRST).limit(MOST).toList();
  }

  private static FuzzyWord sum(FuzzyWord a, FuzzyWord b) {
    return new FuzzyWord(
        a.word(), a.boost(), a.rows() + b.rows(), a.occurrences() + b.occurrences());
  }

  /** Finds rows with one of the words, each worth what the most frequent of them is. */
  static Query query(String field, List<FuzzyWord> words) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word is near");
    }
    long rows = words.stream().mapToLong(FuzzyWord::rows).max().orElse(0);
    long occurrences = words.stream().mapToLong(FuzzyWord::occurrences).sum();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (FuzzyWord word : words) {
      Query term = new CountedTermQuery(new Term(field, word.word()), rows, occurrences);
      any.add(
          word.boost() == 1f ? term : new BoostQuery(term, word.boost()),
          BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }
}
