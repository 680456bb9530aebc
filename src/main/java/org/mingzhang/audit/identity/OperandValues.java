package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Subject;

/** Reads the amount of an operand and the properties of it that have a single candidate. */
final class OperandValues {
  private OperandValues() {}

  /** The value of an operand, which must have an amount. */
  static BigDecimal amountOf(Operand printed) {
    return Objects.requireNonNull(printed.quantity()).value();
  }

  /** The span of the amount of an operand, which must have an amount. */
  static Span spanOf(Operand printed) {
    return Objects.requireNonNull(printed.quantity()).span();
  }

  /** The perimeter of the subject of an operand; null if it or the subject is not known. */
  static @Nullable Perimeter perimeterOf(Operand operand) {
    return operand.subject().uniqueValue().map(Subject::perimeter).orElse(null);
  }

  /** The stage and time of an operand; {@link StageAndTime#UNKNOWN} if they are not decided. */
  static StageAndTime stageAndTimeOf(Operand operand) {
    return operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
  }

  /** Whether the amount of an operand is a budget, initial or not. */
  static boolean isBudget(Operand operand) {
    Stage stage = stageAndTimeOf(operand).stage();
    return stage == Stage.BUDGET || stage == Stage.INITIAL_BUDGET;
  }

  /** The last of some amounts if all have the same value; null if they differ or there are none. */
  static @Nullable Operand findUniqueValue(List<Operand> amounts) {
    boolean one =
        amounts.stream().map(o -> amountOf(o).stripTrailingZeros()).distinct().count() == 1;
    return one ? amounts.getLast() : null;
  }

  /**
   * The first of some quantities if all have the same value; null if they differ or there are none.
   */
  static @Nullable Quantity findUniqueQuantity(List<Quantity> quantities) {
    boolean one =
        quantities.stream().map(q -> q.value().stripTrailingZeros()).distinct().count() == 1;
    return one ? quantities.getFirst() : null;
  }
}
