package org.mingzhang.query;

import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

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

  /**
   * A query with the scores of this one for rows that it found, where that is less work than
   * looking for them again; null where it is not.
   *
   * @param rows rows of this query and no others
   */
  public @Nullable Query among(Query rows) {
    return query instanceof BoostedConjunction lifted ? lifted.among(rows) : null;
  }

  /** Whether the query finds what another part of a translation does. */
  public boolean is(Query other) {
    return query.equals(BoostedConjunction.of(other));
  }
}
