package org.mingzhang.fact;

import java.util.List;
import org.mingzhang.model.Fact;

/**
 * All facts of a document. Facts of the same account, context and kind whose values agree within
 * what was printed are one; those that do not agree are disputed.
 *
 * @param facts the facts in order of their first places
 */
public record FactBook(List<Fact> facts) {
  /** Copies the facts. */
  public FactBook {
    facts = List.copyOf(facts);
  }

  /** Joins facts of one place each. */
  public static FactBook join(List<Fact> stated) {
    return new FactBook(stated);
  }
}
