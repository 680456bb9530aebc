package org.mingzhang.web.document;

import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * A fact under its name in addresses.
 *
 * @param fact the fact
 * @param anchor its name, see {@link org.mingzhang.model.FactAnchors}
 */
record AnchoredFact(Fact fact, String anchor) {
  FactContext context() {
    return fact.context();
  }
}
