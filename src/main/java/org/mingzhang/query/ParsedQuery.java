package org.mingzhang.query;

import java.util.List;

/**
 * A query as understood.
 *
 * @param node the tree
 * @param notices what was changed or taken literally
 */
public record ParsedQuery(QueryNode node, List<QueryNotice> notices) {
  /** Copies the notices. */
  public ParsedQuery {
    notices = List.copyOf(notices);
  }
}
