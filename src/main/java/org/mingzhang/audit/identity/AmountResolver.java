package org.mingzhang.audit.identity;

import static org.mingzhang.audit.identity.OperandValues.findUniqueValue;
import static org.mingzhang.audit.identity.OperandValues.isBudget;
import static org.mingzhang.audit.identity.OperandValues.perimeterOf;
import static org.mingzhang.audit.identity.OperandValues.spanOf;
import static org.mingzhang.audit.identity.OperandValues.stageAndTimeOf;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;

/**
 * Finds the amounts of operands that statements name without an amount: 占本年支出48.0% after
 * 本年支出合计1,904.27万元. An operand for which the text states no amount, or different ones, is left
 * unchanged.
 */
final class AmountResolver {
  /**
   * Maximum number of characters between a statement and an amount that it may refer to without
   * printing it.
   */
  static final int MAX_DISTANCE_TO_BUDGET = 60;

  private final StatedAmounts statedAmounts;

  AmountResolver(StatedAmounts statedAmounts) {
    this.statedAmounts = statedAmounts;
  }

  /** The stated amounts that operands without an amount get. */
  StatedAmounts statedAmounts() {
    return statedAmounts;
  }

  /** Completes a share by the amount of its part, if the section states exactly one. */
  Share withAmountOfPart(Share share) {
    Operand part = withOnlyStatedAmount(share.part());
    return new Share(share.span(), part, share.whole(), share.rate());
  }

  /**
   * Completes a share by the amount of its whole or, if there is none, by the only amount of the
   * whole's account at any stage, except by a budget if the whole is money spent.
   */
  Share complete(Share share) {
    Operand whole = withOnlyAmount(share.whole(), o -> !isOfOtherPeriod(share, o));
    if (whole.quantity() == null) {
      whole = whole.withQuantity(findWholeAmount(share.whole(), share.part()));
    }
    if (whole.quantity() == null) {
      StageAndTime time = stageAndTimeOf(whole);
      Operand anyStage =
          new Operand(
              whole.subject(),
              CandidateValues.of(StageAndTime.UNKNOWN.withYear(time.year())),
              null);
      Operand stated =
          findUniqueValue(
              statedAmounts.findAmounts(
                  anyStage,
                  o ->
                      haveSameTime(anyStage, o)
                          && !isBudgetOfExecution(time, o)
                          && !isOfOtherPeriod(share, o)));
      whole = stated == null ? whole : whole.withQuantity(stated.quantity());
    }
    return new Share(share.span(), share.part(), whole, share.rate());
  }

  /**
   * Whether an amount is of a part of the year that neither side of a share has, so that it is not
   * its whole: 前三季度累计支付1510万元 for 两项合计2313万元，占支付的85%.
   */
  private static boolean isOfOtherPeriod(Share share, Operand stated) {
    String period = stageAndTimeOf(stated).period();
    return period != null
        && !period.equals(stageAndTimeOf(share.whole()).period())
        && !period.equals(stageAndTimeOf(share.part()).period());
  }

  /** Whether an amount is a budget although the stage of the whole is money spent. */
  private static boolean isBudgetOfExecution(StageAndTime spent, Operand stated) {
    return isBudget(stated) && (spent.stage() == Stage.EXECUTION || spent.stage() == Stage.RESULT);
  }

  /**
   * The amount of a whole; if the text states several for different bodies or periods, the one for
   * the body and period of the part; null if there is none.
   */
  @Nullable Quantity findWholeAmount(Operand whole, Operand part) {
    Quantity found = withOnlyStatedAmount(whole).quantity();
    if (found != null) {
      return found;
    }
    Perimeter perimeter = perimeterOf(whole) == null ? perimeterOf(part) : perimeterOf(whole);
    String period = stageAndTimeOf(part).period();
    Operand stated =
        findUniqueValue(
            statedAmounts.findAmounts(
                whole,
                o ->
                    perimeterOf(o) == perimeter
                        && Objects.equals(stageAndTimeOf(o).period(), period)
                        && haveSameTime(whole, o)));
    return stated == null ? null : stated.quantity();
  }

  /**
   * A completion rate with the budget that it refers to.
   *
   * @param isBudgetOfNamedStage whether a budget of the stage that it names is printed near it
   */
  record CompletionWithBudget(Completion completion, boolean isBudgetOfNamedStage) {}

  /**
   * Completes a completion rate by the nearby budget of the stage and year that it names or, if
   * there is none, by its own base; if it has neither, by the last nearby amount of stage {@code
   * BUDGET}. The result, if the sentence does not print it, is the only one of the section, unless
   * an initial budget is stated that is not right before the rate, which then need not refer to it.
   * A completion rate without a known subject of its base is returned unchanged.
   */
  CompletionWithBudget complete(Completion completion) {
    Operand base = completion.base();
    if (base.subject().equals(CandidateValues.unknown())) {
      return new CompletionWithBudget(completion, false);
    }
    Stage stage = stageAndTimeOf(base).stage();
    Quantity named = stage == null ? null : findNearestBudget(completion, stage);
    Quantity budget = named;
    if (budget == null) {
      budget =
          base.quantity() == null ? findNearestBudget(completion, Stage.BUDGET) : base.quantity();
    }
    Operand result = completion.operand();
    boolean initial =
        !statedAmounts
            .findAmounts(result, o -> stageAndTimeOf(o).stage() == Stage.INITIAL_BUDGET)
            .isEmpty();
    return new CompletionWithBudget(
        new Completion(
            completion.span(),
            initial && !isRightBefore(budget, completion) ? result : withOnlyStatedAmount(result),
            base.withQuantity(budget),
            completion.rate()),
        named != null);
  }

  /**
   * Whether the base of a completion rate is a 预算 and no more than a punctuation mark is between an
   * amount and the clause of the rate.
   */
  private static boolean isRightBefore(@Nullable Quantity budget, Completion completion) {
    return budget != null
        && stageAndTimeOf(completion.base()).stage() == Stage.BUDGET
        && budget.span().sectionPath().equals(completion.span().sectionPath())
        && completion.span().start() >= budget.span().end()
        && completion.span().start() - budget.span().end() <= 1;
  }

  private @Nullable Quantity findNearestBudget(Completion completion, Stage stage) {
    List<Operand> near =
        statedAmounts.findAmounts(
            completion.base(),
            o ->
                stageAndTimeOf(o).stage() == stage
                    && mayHaveSameYear(completion.base(), o)
                    && isShortlyBefore(spanOf(o), completion.span()));
    return near.isEmpty() ? null : near.getLast().quantity();
  }

  /**
   * Whether an amount begins before the end of a span of the same section and ends within {@link
   * #MAX_DISTANCE_TO_BUDGET} characters of its start.
   */
  static boolean isShortlyBefore(Span amount, Span span) {
    return amount.sectionPath().equals(span.sectionPath())
        && Math.abs(span.start() - amount.end()) <= MAX_DISTANCE_TO_BUDGET
        && amount.start() < span.end();
  }

  /**
   * Completes an operand as {@link #withOnlyStatedAmount} does, but only if its account is in the
   * chart and it names no item; other operands are returned unchanged.
   */
  Operand withOnlyAmountOfChartAccount(Operand named) {
    return named.subject().uniqueValue().filter(s -> s.isInChart() && s.item() == null).isPresent()
        ? withOnlyStatedAmount(named)
        : named;
  }

  /**
   * Completes an operand without an amount by the only amount that is stated for its account, year,
   * stage and period; other operands are returned unchanged.
   */
  Operand withOnlyStatedAmount(Operand named) {
    return withOnlyAmount(named, o -> true);
  }

  /** As {@link #withOnlyStatedAmount}, of the amounts that satisfy a condition. */
  private Operand withOnlyAmount(Operand named, Predicate<Operand> condition) {
    if (named.quantity() != null || named.subject().uniqueValue().isEmpty()) {
      return named;
    }
    Operand stated =
        findUniqueValue(
            statedAmounts.findAmounts(named, o -> haveSameTime(named, o) && condition.test(o)));
    return stated == null ? named : named.withQuantity(stated.quantity());
  }

  private static boolean haveSameTime(Operand named, Operand stated) {
    StageAndTime one = stageAndTimeOf(named);
    StageAndTime other = stageAndTimeOf(stated);
    return (one.year() == null || Objects.equals(one.year(), other.year()))
        && (one.stage() == null || one.stage() == other.stage())
        && (one.hasAdjustedBasis() || !other.hasAdjustedBasis())
        && mayHaveSamePeriod(named, stated);
  }

  private static boolean mayHaveSameYear(Operand one, Operand other) {
    Integer year = stageAndTimeOf(one).year();
    Integer same = stageAndTimeOf(other).year();
    return year == null || same == null || year.equals(same);
  }

  /** Whether two amounts may belong to one period; an amount of 9月 and an amount of 1-9月 do not. */
  static boolean mayHaveSamePeriod(Operand one, Operand other) {
    String period = stageAndTimeOf(one).period();
    String same = stageAndTimeOf(other).period();
    return period == null || same == null || period.equals(same);
  }
}
