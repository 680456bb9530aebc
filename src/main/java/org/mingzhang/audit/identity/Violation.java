package org.mingzhang.audit.identity;

import java.util.List;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;

/**
 * An identity that no choice within the printed numbers satisfies.
 *
 * @param finding what the text says and what its numbers give
 * @param span place of the statement
 * @param operands places of the numbers, any of which may be the wrong one
 */
public record Violation(Finding finding, Span span, List<Span> operands) {
  /** Copies the places. */
  public Violation {
    operands = List.copyOf(operands);
  }
}
