package org.mingzhang.web.document;

import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * A fact with its anchor.
 *
 * @param fact the fact
 * @param anchor its anchor, see {@link org.mingzhang.model.FactAnchors}
 */
record AnchoredFact(Fact fact, String anchor) {
  FactContext context() {
    return fact.context();
  }
}
