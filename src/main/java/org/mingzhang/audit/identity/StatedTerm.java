package org.mingzhang.audit.identity;

import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Frame;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;

/**
 * An amount with its subject.
 *
 * @param clause the words that state it
 */
record StatedTerm(Subject subject, Frame frame, Term term, Span clause) {
  /**
   * The amount that a statement gives, with its subject; null if it gives none, or its subject or
   * frame is undecided.
   */
  static @Nullable StatedTerm of(Statement statement, Precision precision) {
    Operand of = statement instanceof Statement.Amount amount ? amount.operand() : Operand.UNKNOWN;
    Subject subject = of.subject().value().orElse(null);
    Frame frame = of.frame().value().orElse(null);
    Term term = Term.of(of.quantity(), precision);
    return subject == null || frame == null || term == null
        ? null
        : new StatedTerm(subject, frame, term, statement.span());
  }

  /** The printed amount of a statement; null if it is not an amount or prints none. */
  static @Nullable Quantity findAmount(Statement statement) {
    return statement instanceof Statement.Amount amount ? amount.operand().quantity() : null;
  }

  Span span() {
    return term.printed().span();
  }
}
