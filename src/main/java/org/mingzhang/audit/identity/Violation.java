package org.mingzhang.audit.identity;

import java.util.List;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;

/**
 * An identity that no choice within the printed numbers satisfies.
 *
 * @param span place of the words that state it
 * @param relation the numbers, any of which may be the wrong one, and what must hold for them
 */
public record Violation(Finding finding, Span span, Relation relation) {
  /** Places of the numbers. */
  public List<Span> operands() {
    return relation.terms().stream().map(t -> t.printed().span()).toList();
  }
}
