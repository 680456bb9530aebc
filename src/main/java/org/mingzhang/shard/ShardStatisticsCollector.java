package org.mingzhang.shard;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.FuzzyExpansion;
import org.mingzhang.query.FuzzyWord;
import org.mingzhang.query.IndexVocabulary;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.IndexStatistics.ContainedText;
import org.mingzhang.search.IndexStatistics.FieldCounts;
import org.mingzhang.search.IndexStatistics.FieldTerm;
import org.mingzhang.search.IndexStatistics.FuzzyTerm;
import org.mingzhang.search.IndexStatistics.TermCounts;
import org.mingzhang.search.ShardQuery;

/**
 * Collects the term statistics of one shard for a query, by translating the query with this
 * vocabulary and recording what the translation asks for. They cover every term of the translated
 * query, even if this shard has no hit, because other shards may need them for scoring. For single
 * use.
 */
final class ShardStatisticsCollector implements IndexVocabulary {
  private final ShardSnapshot snapshot;
  private final Set<ContainedText> containedTexts = new HashSet<>();
  private final Set<FuzzyTerm> fuzzyTerms = new LinkedHashSet<>();
  private final Set<Term> terms = new LinkedHashSet<>();

  private ShardStatisticsCollector(ShardSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Computes the frequencies that the scores of a query depend on, in one snapshot of a shard. */
  static IndexStatistics compute(
      ShardSnapshot snapshot, ShardQuery shardQuery, WordQueryFactory wordQueries)
      throws IOException {
    ShardStatisticsCollector statistics = new ShardStatisticsCollector(snapshot);
    Query query =
        CompiledQuery.translate(
                shardQuery.request().query(),
                shardQuery.request().scope(),
                shardQuery.loosened(),
                wordQueries,
                statistics)
            .translatedQuery()
            .query();
    query.visit(statistics.createTermCollector());
    return statistics.build();
  }

  @Override
  public List<String> valuesMatching(FacetDimension dimension, Predicate<String> foldedFilter) {
    return snapshot.valuesMatching(dimension, foldedFilter);
  }

  @Override
  public List<String> valuesContaining(FacetDimension dimension, String folded) {
    List<String> values = IndexVocabulary.super.valuesContaining(dimension, folded);
    if (!values.isEmpty()) {
      containedTexts.add(new ContainedText(dimension, folded));
    }
    return values;
  }

  @Override
  public @Nullable List<FuzzyWord> fuzzyWords(String field, String word, int maxEdits) {
    fuzzyTerms.add(new FuzzyTerm(field, word, maxEdits));
    return null;
  }

  private QueryVisitor createTermCollector() {
    return new QueryVisitor() {
      @Override
      public void consumeTerms(Query query, Term... found) {
        terms.addAll(Arrays.asList(found));
      }

      // ToParentBlockJoinQuery does not visit its child query, so visit it here
      @Override
      public void visitLeaf(Query query) {
        if (query instanceof ToParentBlockJoinQuery join) {
          join.getChildQuery().visit(this);
        }
      }
    };
  }

  private IndexStatistics build() throws IOException {
    IndexSearcher searcher = snapshot.createSearcher();
    Set<String> names = new HashSet<>();
    terms.forEach(term -> names.add(term.field()));
    Map<FuzzyTerm, List<FuzzyWord>> fuzzy = new HashMap<>();
    for (FuzzyTerm word : fuzzyTerms) {
      names.add(word.field());
      fuzzy.put(word, FuzzyExpansion.expand(word.field(), word.word(), word.edits(), searcher));
    }
    Map<String, FieldCounts> fields = new HashMap<>();
    for (String name : names) {
      CollectionStatistics statistics = searcher.collectionStatistics(name);
      if (statistics != null) {
        fields.put(
            name,
            new FieldCounts(
                statistics.maxDoc(),
                statistics.docCount(),
                statistics.sumTotalTermFreq(),
                statistics.sumDocFreq()));
      }
    }
    return new IndexStatistics(fields, collectCounts(searcher), containedTexts, fuzzy);
  }

  private Map<FieldTerm, TermCounts> collectCounts(IndexSearcher searcher) throws IOException {
    Map<FieldTerm, TermCounts> counts = new HashMap<>();
    for (Term term : terms) {
      TermStates states = TermStates.build(searcher, term, true);
      if (states.docFreq() > 0) {
        counts.put(
            new FieldTerm(term.field(), term.text()),
            new TermCounts(states.docFreq(), states.totalTermFreq()));
      }
    }
    return counts;
  }
}
