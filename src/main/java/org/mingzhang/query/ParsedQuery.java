package org.mingzhang.query;

import java.util.List;

/**
 * A parsed query.
 *
 * @param node the syntax tree
 * @param notices how the query was changed or interpreted
 * @param hasExplicitAnd whether an operator (AND, +) requires all words, so that the query must not
 *     be relaxed
 */
public record ParsedQuery(QueryNode node, List<QueryNotice> notices, boolean hasExplicitAnd) {
  /** Makes an immutable copy of the notices. */
  public ParsedQuery {
    notices = List.copyOf(notices);
  }
}
