package org.mingzhang.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows that are known to match a disjunction. Immutable.
 *
 * <p>The alternatives have optional clauses of their own, which count only where the alternative
 * matches, so Lucene scores each alternative as a whole and can skip few rows. Here the sum of all
 * scoring clauses, whose block maxima skip most rows, is an upper bound of the score, and only rows
 * that may be competitive by it are scored by the disjunction itself.
 */
final class BoundedDisjunctionQuery extends Query {
  private final Query rows;
  private final BooleanQuery disjunction;
  private final List<Query> boundingClauses;

  private BoundedDisjunctionQuery(
      Query rows, BooleanQuery disjunction, List<Query> boundingClauses) {
    this.rows = rows;
    this.disjunction = disjunction;
    this.boundingClauses = boundingClauses;
  }

  /**
   * A query with the scores of a disjunction for rows that match it; null if the query is not a
   * disjunction, or if it may match a row by none of its scoring clauses.
   *
   * @param rows matches a subset of the rows of {@code query}
   */
  static @Nullable Query boundIfDisjunction(Query query, Query rows) {
    if (!(query instanceof BooleanQuery disjunction)
        || disjunction.getMinimumNumberShouldMatch() > 0
        || !disjunction.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD)
        || !hasScoringMatch(disjunction)) {
      return null;
    }
    List<Query> boundingClauses = new ArrayList<>();
    addBoundingClauses(disjunction, 1f, boundingClauses);
    return new BoundedDisjunctionQuery(rows, disjunction, List.copyOf(boundingClauses));
  }

  /** Whether every row that a query matches is matched by one of its bounding clauses. */
  private static boolean hasScoringMatch(Query query) {
    if (query instanceof BoostQuery boosted) {
      return hasScoringMatch(boosted.getQuery());
    }
    if (!(query instanceof BooleanQuery bool)) {
      return true;
    }
    boolean optional =
        bool.clauses().stream().noneMatch(BooleanClause::isRequired)
            && bool.clauses().stream()
                .filter(c -> c.occur() == Occur.SHOULD)
                .allMatch(c -> hasScoringMatch(c.query()));
    return optional
        || bool.clauses().stream()
            .anyMatch(c -> c.occur() == Occur.MUST && hasScoringMatch(c.query()));
  }

  /** Adds clauses the sum of whose scores is at least the score of a query. */
  private static void addBoundingClauses(Query query, float boost, List<Query> clauses) {
    if (query instanceof BoostQuery boosted) {
      addBoundingClauses(boosted.getQuery(), boost * boosted.getBoost(), clauses);
    } else if (query instanceof BooleanQuery bool) {
      for (BooleanClause clause : bool.clauses()) {
        if (clause.isScoring()) {
          addBoundingClauses(clause.query(), boost, clauses);
        }
      }
    } else {
      clauses.add(boost == 1f ? query : new BoostQuery(query, boost));
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    BooleanQuery complete =
        new BooleanQuery.Builder().add(rows, Occur.FILTER).add(disjunction, Occur.MUST).build();
    ScoreMode scored = mode == ScoreMode.TOP_SCORES ? ScoreMode.COMPLETE : mode;
    Weight exact = searcher.createWeight(searcher.rewrite(complete), scored, boost);
    if (mode != ScoreMode.TOP_SCORES) {
      return exact;
    }
    BooleanQuery.Builder bound = new BooleanQuery.Builder().add(rows, Occur.FILTER);
    boundingClauses.forEach(clause -> bound.add(clause, Occur.SHOULD));
    bound.setMinimumNumberShouldMatch(1);
    return new BoundedDisjunctionWeight(
        this, searcher.createWeight(searcher.rewrite(bound.build()), mode, boost), exact);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    disjunction.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "bounded(" + disjunction.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoundedDisjunctionQuery bounded
        && rows.equals(bounded.rows)
        && disjunction.equals(bounded.disjunction);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + rows.hashCode()) + disjunction.hashCode();
  }
}
