package org.mingzhang.query;

import java.util.List;
import org.apache.lucene.search.Query;

/**
 * A query for Lucene.
 *
 * @param query finds rows of one scope and no other
 * @param matches what to show of them
 * @param notices what could not be done as asked
 */
public record TranslatedQuery(Query query, List<MatchPattern> matches, List<QueryNotice> notices) {
  /** Copies the lists. */
  public TranslatedQuery {
    matches = List.copyOf(matches);
    notices = List.copyOf(notices);
  }

  /** Whether the query finds what another part of a translation does. */
  public boolean is(Query other) {
    return query.equals(LiftedQuery.of(other));
  }
}
