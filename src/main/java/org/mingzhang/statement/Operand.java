package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;

/**
 * One side of a statement: what it is about, when, and the amount where the text prints one.
 *
 * @param subject what it is about
 * @param frame stage and time
 * @param quantity the amount that the text gives for it, also where a clause before gives it; null
 *     where it is not printed
 */
public record Operand(Slot<Subject> subject, Slot<Frame> frame, @Nullable Quantity quantity) {
  /** Nothing known. */
  public static final Operand UNKNOWN = new Operand(Slot.unknown(), Slot.unknown(), null);

  /** The same with an amount. */
  public Operand withQuantity(@Nullable Quantity other) {
    return new Operand(subject, frame, other);
  }
}
