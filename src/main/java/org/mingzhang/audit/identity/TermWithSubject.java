package org.mingzhang.audit.identity;

import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;

/**
 * An amount that a statement gives, as a term of identities, with its subject and clause.
 *
 * @param clause the words that state it
 */
record TermWithSubject(Subject subject, StageAndTime stageAndTime, IdentityTerm term, Span clause) {
  /**
   * The amount that a statement gives, with its subject; null if it gives none, or its subject or
   * its stage and time are undecided.
   */
  static @Nullable TermWithSubject readFrom(Statement statement, PrintedPrecision precision) {
    Operand operand =
        statement instanceof Statement.Amount amount ? amount.operand() : Operand.UNKNOWN;
    Subject subject = operand.subject().uniqueValue().orElse(null);
    StageAndTime stageAndTime = operand.stageAndTime().uniqueValue().orElse(null);
    IdentityTerm term = precision.toTerm(operand.quantity());
    return subject == null || stageAndTime == null || term == null
        ? null
        : new TermWithSubject(subject, stageAndTime, term, statement.span());
  }

  /** The operand of an amount or a change; {@link Operand#UNKNOWN} for other statements. */
  static Operand operandOf(Statement statement) {
    return switch (statement) {
      case Statement.Amount amount -> amount.operand();
      case Statement.Change change -> change.operand();
      default -> Operand.UNKNOWN;
    };
  }

  /** The printed amount of a statement; null if it is not an amount or prints none. */
  static @Nullable Quantity findAmount(Statement statement) {
    return statement instanceof Statement.Amount amount ? amount.operand().quantity() : null;
  }

  Span span() {
    return term.printed().span();
  }
}
