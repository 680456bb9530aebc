package org.mingzhang.audit.identity;

import java.util.List;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;

/**
 * A relation that cannot hold for any values within the intervals of its printed numbers.
 *
 * @param span location of the words that state the identity
 * @param relation the numbers, any of which may be wrong, and the relation between them
 */
public record Violation(Finding finding, Span span, NumberRelation relation) {
  /** The locations of the numbers that take part in the violation. */
  public List<Span> numberSpans() {
    return relation.terms().stream().map(t -> t.printed().span()).toList();
  }
}
