package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;

/**
 * One side of a statement: its subject, its stage and time, and the amount if the text prints it.
 *
 * @param subject account or item
 * @param stageAndTime stage and time
 * @param quantity the amount, also if an earlier clause gives it; null if it is not printed
 */
public record Operand(
    CandidateValues<Subject> subject,
    CandidateValues<StageAndTime> stageAndTime,
    @Nullable Quantity quantity) {
  public static final Operand UNKNOWN =
      new Operand(CandidateValues.unknown(), CandidateValues.unknown(), null);

  /** An operand whose subject, stage and time the text decides. */
  public static Operand of(Subject subject, StageAndTime time, @Nullable Quantity quantity) {
    return new Operand(CandidateValues.of(subject), CandidateValues.of(time), quantity);
  }

  /**
   * Whether the text leaves only one possible subject of the operand and that subject is the same
   * as a given one.
   */
  public boolean isAbout(Subject other) {
    return subject.uniqueValue().filter(other::isSameAs).isPresent();
  }

  /** A copy with another amount. */
  public Operand withQuantity(@Nullable Quantity other) {
    return new Operand(subject, stageAndTime, other);
  }
}
