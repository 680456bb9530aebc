package org.mingzhang.query;

import java.util.List;

/**
 * A query as understood.
 *
 * @param node the tree
 * @param notices what was changed or taken literally
 * @param insistent whether an operator (AND, +) says that all must be there
 */
public record ParsedQuery(QueryNode node, List<QueryNotice> notices, boolean insistent) {
  /** Copies the notices. */
  public ParsedQuery {
    notices = List.copyOf(notices);
  }
}
