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
 * A conjunction of required words with optional clauses that only raise the score: it matches the
 * same rows with the same scores as the equivalent boolean query. Immutable.
 *
 * <p>For top-k search Lucene iterates over the required clauses and adds the optional scores, which
 * skips few rows when the required words are frequent. This query iterates over the disjunction of
 * all scoring clauses instead, whose block maxima skip most rows, and checks the required clauses
 * only on rows that are still competitive.
 */
final class BoostedConjunctionQuery extends Query {
  /**
   * Minimum expected share of matching rows for which the disjunction is used. Below it, iterating
   * over the few rows with all words was measured to be faster.
   */
  private static final double MIN_MATCHING_SHARE = 0.003;

  private final BooleanQuery originalQuery;
  private final Query requiredQuery;
  private final List<Query> scoringClauses;

  private BoostedConjunctionQuery(BooleanQuery originalQuery) {
    this.originalQuery = originalQuery;
    BooleanQuery.Builder requiredClauses = new BooleanQuery.Builder();
    scoringClauses = new ArrayList<>();
    for (BooleanClause clause : originalQuery.clauses()) {
      if (clause.occur() != Occur.SHOULD) {
        requiredClauses.add(clause.query(), clause.isProhibited() ? Occur.MUST_NOT : Occur.FILTER);
      }
      if (clause.isScoring()) {
        addScoring(clause.query(), 1f);
      }
    }
    requiredQuery = requiredClauses.build();
  }

  /**
   * Rewrites a boolean query into this form if it has required scoring clauses and optional ones,
   * and no minimum number of optional clauses that must match; returns any other query unchanged.
   * Required clauses with a constant score, such as ranges, become filters.
   */
  static Query optimize(Query query) {
    if (!(query instanceof BooleanQuery all) || all.getMinimumNumberShouldMatch() > 0) {
      return query;
    }
    BooleanQuery.Builder queryBuilder = new BooleanQuery.Builder();
    int requiredScoring = 0;
    int optional = 0;
    for (BooleanClause clause : all.clauses()) {
      boolean must = clause.occur() == Occur.MUST;
      boolean constant = must && clause.query() instanceof ConstantScoreQuery;
      queryBuilder.add(clause.query(), constant ? Occur.FILTER : clause.occur());
      requiredScoring += must && !constant ? 1 : 0;
      optional += clause.occur() == Occur.SHOULD ? 1 : 0;
    }
    return requiredScoring > 0 && optional > 0
        ? new BoostedConjunctionQuery(queryBuilder.build())
        : query;
  }

  /**
   * The query that computes scores for rows that are known to match the required clauses.
   *
   * @param rowsQuery matches a subset of the rows of this query
   */
  Query scoringQueryFor(Query rowsQuery) {
    BooleanQuery.Builder best = new BooleanQuery.Builder().add(rowsQuery, Occur.FILTER);
    scoringClauses.forEach(each -> best.add(each, Occur.SHOULD));
    return best.setMinimumNumberShouldMatch(1).build();
  }

  /** The required clauses, which match the same rows without scores. */
  Query requiredQuery() {
    return requiredQuery;
  }

  /** Adds the scoring clauses of a query, flattening nested disjunctions and boosts. */
  private void addScoring(Query query, float boost) {
    if (query instanceof BoostQuery boosted) {
      addScoring(boosted.getQuery(), boost * boosted.getBoost());
    } else if (query instanceof BooleanQuery sum && scoresAsSumOfClauses(sum)) {
      sum.clauses().forEach(clause -> addScoring(clause.query(), boost));
    } else {
      scoringClauses.add(boost == 1f ? query : new BoostQuery(query, boost));
    }
  }

  private static boolean scoresAsSumOfClauses(BooleanQuery query) {
    boolean one = query.clauses().size() == 1 && query.clauses().getFirst().occur() == Occur.MUST;
    return one
        || (query.getMinimumNumberShouldMatch() <= 1
            && query.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD));
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores()) {
      return rewriteAndCreateWeight(searcher, requiredQuery, mode, boost);
    }
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    scoringClauses.forEach(each -> sum.add(each, Occur.SHOULD));
    Query disjunction = searcher.rewrite(sum.build());
    Query requiredClauses = searcher.rewrite(new ConstantScoreQuery(requiredQuery));
    Query conjunction =
        new BooleanQuery.Builder()
            .add(requiredClauses, Occur.FILTER)
            .add(disjunction, Occur.MUST)
            .build();
    // rewrite both parts separately: rewriting the combined query would nest the disjunction
    Weight complete = searcher.createWeight(conjunction, mode, boost);
    return estimateMatchingShare(searcher.getIndexReader()) < MIN_MATCHING_SHARE
        ? complete
        : new BoostedConjunctionWeight(
            this,
            searcher.createWeight(disjunction, mode, boost),
            searcher.createWeight(requiredClauses, ScoreMode.COMPLETE_NO_SCORES, 1f),
            complete);
  }

  private static Weight rewriteAndCreateWeight(
      IndexSearcher searcher, Query query, ScoreMode mode, float boost) throws IOException {
    return searcher.createWeight(searcher.rewrite(query), mode, boost);
  }

  /**
   * Estimated share of rows that match all required scoring clauses: the product of their shares in
   * the largest segment, as if they were independent. Computed without the query cache, so that the
   * decision is the same for all pages of a query.
   */
  private double estimateMatchingShare(IndexReader reader) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    LeafReaderContext largest = null;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      if (largest == null || leaf.reader().maxDoc() > largest.reader().maxDoc()) {
        largest = leaf;
      }
    }
    double share = largest == null ? 0 : 1;
    for (BooleanClause clause : originalQuery.clauses()) {
      if (clause.occur() == Occur.MUST && largest != null) {
        share *= matchingShare(searcher, withoutPhrases(clause.query()), largest);
      }
    }
    return share;
  }

  /**
   * Removes phrases from a disjunction of a word and its exact string: rows with the string also
   * have the word, and Lucene estimates a phrase by its rarest term.
   */
  private static Query withoutPhrases(Query query) {
    if (!(query instanceof BooleanQuery disjunction) || !scoresAsSumOfClauses(disjunction)) {
      return query;
    }
    BooleanQuery.Builder rest = new BooleanQuery.Builder();
    int left = 0;
    for (BooleanClause clause : disjunction.clauses()) {
      Query part =
          clause.query() instanceof BoostQuery boosted ? boosted.getQuery() : clause.query();
      if (!(part instanceof NGramPhraseQuery)) {
        rest.add(part, Occur.SHOULD);
        left++;
      }
    }
    return left == 0 ? query : rest.build();
  }

  /** Estimated share of the rows of a segment that match a query. */
  private static double matchingShare(IndexSearcher searcher, Query query, LeafReaderContext leaf)
      throws IOException {
    ScorerSupplier rows =
        rewriteAndCreateWeight(searcher, query, ScoreMode.COMPLETE_NO_SCORES, 1f)
            .scorerSupplier(leaf);
    return rows == null ? 0 : (double) rows.cost() / leaf.reader().maxDoc();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    originalQuery.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "boosted(" + originalQuery.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoostedConjunctionQuery lifted
        && originalQuery.equals(lifted.originalQuery);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + originalQuery.hashCode();
  }
}
