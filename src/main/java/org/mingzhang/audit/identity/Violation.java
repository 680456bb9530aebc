package org.mingzhang.audit.identity;

import java.util.List;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;

/**
 * An identity that fails even if every printed number may take any value within its interval.
 *
 * @param span location of the words that state the identity
 * @param relation the numbers, any of which may be wrong, and what must hold for them
 */
public record Violation(Finding finding, Span span, Relation relation) {
  /** Places of the numbers. */
  public List<Span> operands() {
    return relation.terms().stream().map(t -> t.printed().span()).toList();
  }
}
