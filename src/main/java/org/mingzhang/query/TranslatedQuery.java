package org.mingzhang.query;

import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A translated query.
 *
 * @param query matches rows of one scope
 * @param matchPatterns patterns to highlight in hits
 * @param notices messages about parts of the query that could not be translated as written or were
 *     relaxed
 */
public record TranslatedQuery(
    Query query, List<MatchPattern> matchPatterns, List<QueryNotice> notices) {
  /** Makes an immutable copy of the lists. */
  public TranslatedQuery {
    matchPatterns = List.copyOf(matchPatterns);
    notices = List.copyOf(notices);
  }

  /** A query that matches the same rows; its scores may differ. */
  public Query matchingQuery() {
    return query instanceof BoostedConjunctionQuery lifted ? lifted.requiredQuery() : query;
  }

  /**
   * A query that computes this query's scores for rows that are known to match, without checking
   * the required clauses again; null if there is no cheaper query than this one.
   *
   * @param rowsQuery matches a subset of the rows of this query
   */
  public @Nullable Query scoringQueryFor(Query rowsQuery) {
    return query instanceof BoostedConjunctionQuery lifted
        ? lifted.scoringQueryFor(rowsQuery)
        : BoundedDisjunctionQuery.boundIfDisjunction(query, rowsQuery);
  }

  /**
   * Whether another query, once optimized, equals this one and so matches the same rows. Queries
   * that match the same rows in another form are not recognized.
   */
  public boolean isEquivalentTo(Query other) {
    return query.equals(BoostedConjunctionQuery.optimize(other));
  }
}
