package org.mingzhang.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * A conjunction of required words with optional clauses that only raise the score: matches the same
 * rows with the same scores as the equivalent boolean query. Immutable.
 *
 * <p>For top-k search Lucene iterates over the required clauses and adds the optional scores, which
 * skips few rows when the required words are frequent. This query iterates over the disjunction of
 * all scoring clauses instead, whose block maxima skip most rows, and checks the required clauses
 * only on rows that are still competitive.
 */
final class BoostedConjunction extends Query {
  /**
   * Expected share of rows from which words are frequent. Measured: below it the best rows are
   * found sooner by the rows that have all words, of which there are few.
   */
  private static final double FREQUENT = 0.003;

  private final BooleanQuery whole;
  private final Query required;
  private final List<Query> scoring;

  private BoostedConjunction(BooleanQuery whole) {
    this.whole = whole;
    BooleanQuery.Builder asked = new BooleanQuery.Builder();
    scoring = new ArrayList<>();
    for (BooleanClause clause : whole.clauses()) {
      if (clause.occur() != Occur.SHOULD) {
        asked.add(clause.query(), clause.isProhibited() ? Occur.MUST_NOT : Occur.FILTER);
      }
      if (clause.isScoring()) {
        addScoring(clause.query(), 1f);
      }
    }
    required = asked.build();
  }

  /**
   * The query in this form where it requires something and lifts by something else; else itself.
   * What is required and scores all rows alike, such as a range, only filters.
   */
  static Query of(Query query) {
    if (!(query instanceof BooleanQuery all) || all.getMinimumNumberShouldMatch() > 0) {
      return query;
    }
    BooleanQuery.Builder whole = new BooleanQuery.Builder();
    int words = 0;
    int lifts = 0;
    for (BooleanClause clause : all.clauses()) {
      boolean must = clause.occur() == Occur.MUST;
      boolean alike = must && clause.query() instanceof ConstantScoreQuery;
      whole.add(clause.query(), alike ? Occur.FILTER : clause.occur());
      words += must && !alike ? 1 : 0;
      lifts += clause.occur() == Occur.SHOULD ? 1 : 0;
    }
    return words > 0 && lifts > 0 ? new BoostedConjunction(whole.build()) : query;
  }

  /**
   * Finds the best of rows that have all that is required: nothing but what scores is looked at.
   *
   * @param rows rows of this query and no others
   */
  Query among(Query rows) {
    BooleanQuery.Builder best = new BooleanQuery.Builder().add(rows, Occur.FILTER);
    scoring.forEach(each -> best.add(each, Occur.SHOULD));
    return best.setMinimumNumberShouldMatch(1).build();
  }

  /** Sums of sums are one sum. */
  private void addScoring(Query query, float boost) {
    if (query instanceof BoostQuery boosted) {
      addScoring(boosted.getQuery(), boost * boosted.getBoost());
    } else if (query instanceof BooleanQuery sum && isSum(sum)) {
      sum.clauses().forEach(clause -> addScoring(clause.query(), boost));
    } else {
      scoring.add(boost == 1f ? query : new BoostQuery(query, boost));
    }
  }

  private static boolean isSum(BooleanQuery query) {
    boolean one = query.clauses().size() == 1 && query.clauses().getFirst().occur() == Occur.MUST;
    return one
        || (query.getMinimumNumberShouldMatch() <= 1
            && query.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD));
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores()) {
      return weight(searcher, required, mode, boost);
    }
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    scoring.forEach(each -> sum.add(each, Occur.SHOULD));
    Query any = searcher.rewrite(sum.build());
    Query asked = searcher.rewrite(new ConstantScoreQuery(required));
    Query both = new BooleanQuery.Builder().add(asked, Occur.FILTER).add(any, Occur.MUST).build();
    // not rewritten as a whole: what is required and scores would become a sum of its own
    Weight complete = searcher.createWeight(both, mode, boost);
    return expectedShare(searcher.getIndexReader()) < FREQUENT
        ? complete
        : new BoostedConjunctionWeight(
            this,
            searcher.createWeight(any, mode, boost),
            searcher.createWeight(asked, ScoreMode.COMPLETE_NO_SCORES, 1f),
            complete);
  }

  private static Weight weight(IndexSearcher searcher, Query query, ScoreMode mode, float boost)
      throws IOException {
    return searcher.createWeight(searcher.rewrite(query), mode, boost);
  }

  /**
   * Share of rows that have all that is required, were words independent of each other. Asked
   * without a cache, so that a query has the same form on all its pages.
   */
  private double expectedShare(IndexReader reader) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    LeafReaderContext largest = null;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      if (largest == null || leaf.reader().maxDoc() > largest.reader().maxDoc()) {
        largest = leaf;
      }
    }
    double share = largest == null ? 0 : 1;
    for (BooleanClause clause : whole.clauses()) {
      if (clause.occur() == Occur.MUST && largest != null) {
        share *= share(searcher, withoutPhrases(clause.query()), largest);
      }
    }
    return share;
  }

  /**
   * What is left of a word or the very string where the string is left out: it stands where the
   * word does, and what Lucene knows of a phrase is the rows of its rarest run.
   */
  private static Query withoutPhrases(Query query) {
    if (!(query instanceof BooleanQuery any) || !isSum(any)) {
      return query;
    }
    BooleanQuery.Builder rest = new BooleanQuery.Builder();
    int left = 0;
    for (BooleanClause clause : any.clauses()) {
      Query part =
          clause.query() instanceof BoostQuery boosted ? boosted.getQuery() : clause.query();
      if (!(part instanceof NGramPhraseQuery)) {
        rest.add(part, Occur.SHOULD);
        left++;
      }
    }
    return left == 0 ? query : rest.build();
  }

  private static double share(IndexSearcher searcher, Query query, LeafReaderContext leaf)
      throws IOException {
    ScorerSupplier rows =
        weight(searcher, query, ScoreMode.COMPLETE_NO_SCORES, 1f).scorerSupplier(leaf);
    return rows == null ? 0 : (double) rows.cost() / leaf.reader().maxDoc();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    whole.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "lifted(" + whole.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoostedConjunction lifted && whole.equals(lifted.whole);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + whole.hashCode();
  }
}
