package org.mingzhang.audit.identity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.text.PatternTable;

/**
 * Checks a change: its amount is the difference of the two values; an increase is at most the
 * current value, a decrease at most the previous value; its rate is the amount divided by the
 * previous value; and growth from zero has no rate. A statement gives at most one finding. If both
 * values and their difference agree, no nearby amount is tried in place of one of them.
 */
record ChangeIdentity(
    PrintedPrecision precision, SectionTexts texts, NearbyAmountFinder nearbyAmounts) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ChangeIdentity.class);
  private static final Pattern ADJUSTED_BUDGET = PATTERNS.get("change-of-adjusted-budget");

  /**
   * Maximum number of characters between the value before and the words of the change that a quote
   * contains.
   */
  private static final int MAX_QUOTE_LENGTH = 40;

  /**
   * Checks a change; returns no result if too few of its numbers are printed, or if the amounts are
   * not on the basis of the change.
   */
  List<IdentityResult> check(Change change) {
    ChangeNumbers numbers =
        isOnOtherBasis(change) ? null : ChangeNumbers.collect(change, precision);
    return numbers == null ? List.of() : Stream.ofNullable(checkNumbers(change, numbers)).toList();
  }

  /**
   * Whether a change is on another basis than the amounts printed before it:
   * 支出900万元，上年1000万元，同口径增长5%; or is a change from the initial to the adjusted budget, whose
   * execution rate is stated before it: 全年预算执行率95%，较年初预算增加50万元. An amount in the clause of the
   * change has its basis: 比上年同口径850万元增长5.88%.
   */
  private boolean isOnOtherBasis(Change change) {
    Quantity before = change.base().quantity();
    boolean isBaseInClause =
        before != null
            && before.span().start() >= change.span().start()
            && before.span().end() <= change.span().end();
    return !isBaseInClause
        && (OperandValues.stageAndTimeOf(change.base()).hasAdjustedBasis()
            || (OperandValues.stageAndTimeOf(change.base()).stage() == Stage.INITIAL_BUDGET
                && ADJUSTED_BUDGET
                    .matcher(
                        texts.textBefore(change.span())
                            + "¤"
                            + texts.toLocation(change.span()).quote())
                    .find()));
  }

  private @Nullable IdentityResult checkNumbers(Change change, ChangeNumbers numbers) {
    NumberRelation difference = numbers.differenceRelation();
    if (difference != null && !difference.holds()) {
      return checkDifference(change, numbers, difference);
    }
    NumberRelation bound = numbers.upperLimitRelation();
    if (bound != null && !bound.holds()) {
      return reportAmountAboveLimit(change, numbers, bound);
    }
    IdentityTerm rate = numbers.rate();
    NumberRelation rated = numbers.rateRelation();
    if (rate != null && rated != null) {
      return numbers.isIncreaseFromZero()
          ? reportRateWithoutBase(change, numbers, rated)
          : checkRate(change, numbers, rated);
    }
    return difference == null ? null : IdentityResult.createAgreement("change-amount", difference);
  }

  private IdentityResult checkDifference(
      Change change, ChangeNumbers numbers, NumberRelation relation) {
    boolean repeated =
        relation.terms().getFirst().interval().equals(relation.terms().get(1).interval())
            && !statesDifferentYears(change);
    boolean ofOtherAccount =
        (isOutsideClause(change.span(), relation.terms().get(1).printed().span())
                && numbers.agreeWithoutValueBefore())
            || (!texts.areInOneSentence(relation.terms().getFirst().printed().span(), change.span())
                && numbers.agreeWithoutValueNow()
                && !numbers.agreeInOtherDirection());
    return repeated
            || ofOtherAccount
            || nearbyAmounts.canExplainDifference(
                change.span(), relation, statesDifferentYears(change))
        ? IdentityResult.undecidedBecauseOfOtherAmount(
            "change-amount", texts.toLocation(change.span()))
        : reportWrongAmount(change, numbers, relation);
  }

  /**
   * Whether the value before is stated behind the clause of a change or in another section. If the
   * other numbers of the clause agree, such a value probably belongs to another account.
   */
  private static boolean isOutsideClause(Span clause, Span before) {
    return !before.sectionPath().equals(clause.sectionPath()) || before.start() >= clause.end();
  }

  /**
   * Whether both sides of a change have different years, so that equal amounts are not one amount
   * that was read twice.
   */
  private static boolean statesDifferentYears(Change change) {
    Integer now = OperandValues.stageAndTimeOf(change.operand()).year();
    Integer before = OperandValues.stageAndTimeOf(change.base()).year();
    return now != null && before != null && !now.equals(before);
  }

  private IdentityResult checkRate(Change change, ChangeNumbers numbers, NumberRelation relation) {
    if (relation.holds()) {
      return IdentityResult.createAgreement("change-rate", relation);
    }
    ComputedInterval rate = relation.terms().getFirst().interval();
    NumberRelation difference = numbers.differenceRelation();
    boolean settled = difference != null && difference.holds();
    return relation.solveFor(0) == null
            || (!settled && nearbyAmounts.canExplainRate(change.span(), numbers, rate))
        ? IdentityResult.undecidedBecauseOfOtherAmount(
            "change-rate", texts.toLocation(change.span()))
        : reportWrongRate(change, numbers, relation);
  }

  private IdentityResult reportWrongAmount(
      Change change, ChangeNumbers numbers, NumberRelation relation) {
    AmountNotation form = numbers.notation();
    IdentityTerm amount = relation.terms().getLast();
    BigDecimal difference = numbers.exactDifference();
    String signed =
        (amount.value().signum() < 0 ? "−" : "") + form.formatAmount(amount.value().abs());
    boolean turned = difference.signum() * amount.value().signum() < 0;
    String size = form.formatAmount(difference.abs());
    BigDecimal gap = difference.subtract(amount.value()).abs();
    return IdentityResult.createViolation(
        FindingDraft.create(
                "change-amount",
                texts.toLocation(extendToBase(change, relation.terms().get(1).printed().span())))
            .setNumbers(
                // Anchors are hashes of this number, in which earlier versions wrote no commas.
                turned ? signed.replace(",", "") : amount.printedText(),
                turned ? form.formatAmount(difference) : size)
            .setSumFormula(
                numbers.differenceText(form),
                form.formatAmount(difference),
                signed,
                form.formatAmount(gap))
            .toResult(
                size,
                numbers.directionWord(),
                amount.printedText(),
                numbers.directionInEnglish(),
                turned ? numbers.oppositeDirectionWord() : numbers.directionWord()),
        change.span(),
        relation);
  }

  private IdentityResult reportAmountAboveLimit(
      Change change, ChangeNumbers numbers, NumberRelation relation) {
    AmountNotation form = numbers.notation();
    IdentityTerm amount = relation.terms().getFirst();
    IdentityTerm limit = relation.terms().getLast();
    BigDecimal size = amount.value().abs();
    return IdentityResult.createViolation(
        createDraft(
                change, numbers.isIncrease() ? "change-amount/increase" : "change-amount/decrease")
            .setNumbers(amount.printedText(), "≤ " + form.formatAmount(limit.value()))
            .setFormulaPattern(
                "%s > %s，差%s",
                form.formatNumber(size),
                form.formatAmount(limit.value()),
                form.formatAmount(size.subtract(limit.value())))
            .toResult(form.formatAmount(size), form.formatAmount(limit.value())),
        change.span(),
        relation);
  }

  private IdentityResult reportWrongRate(
      Change change, ChangeNumbers numbers, NumberRelation relation) {
    IdentityTerm rate = relation.terms().getFirst();
    BigDecimal exact = numbers.exactRate();
    String result = AmountNotation.formatPercent(exact.abs(), rate.printed());
    boolean turned = exact.signum() * rate.value().signum() < 0;
    String computed = turned ? (exact.signum() < 0 ? "−" : "+") + result : result;
    FindingDraft draft = createDraft(change, "change-rate");
    BigDecimal base = numbers.baseInYuan();
    return IdentityResult.createViolation(
        (base == null ? draft : draft.setBaseAmount(base))
            .setNumbers(rate.printedText(), computed)
            .setFormulaPattern(
                "%s = %s，文中写%s",
                numbers.quotientText(numbers.notation()), computed, rate.printedText())
            .toResult(
                computed,
                numbers.directionWord(),
                rate.printedText(),
                numbers.directionInEnglish()),
        change.span(),
        relation);
  }

  /**
   * Creates the finding that a rate is stated although the increase equals the current value, so
   * that the previous value is zero.
   */
  private IdentityResult reportRateWithoutBase(
      Change change, ChangeNumbers numbers, NumberRelation relation) {
    String stated = relation.terms().getFirst().printedText();
    AmountNotation form = numbers.notation();
    BigDecimal now = requireNonNull(numbers.now()).value();
    return IdentityResult.createViolation(
        FindingDraft.create(
                "zero-base", texts.toLocation(texts.extendToSentenceEndAndReason(change.span())))
            .setNumbers(stated, "—")
            .setFormula(form.formatAmount(now) + " ÷ 0 无法计算，文中写 " + stated)
            .toResult(stated),
        change.span(),
        relation);
  }

  /**
   * The clause of a change, extended backward to the clause of the previous value if that is close
   * before it in the same sentence.
   */
  private Span extendToBase(Change change, Span before) {
    Span clause = change.span();
    return before.sectionPath().equals(clause.sectionPath())
            && clause.start() - before.end() <= MAX_QUOTE_LENGTH
        ? texts.extendToClauseOf(before, clause)
        : clause;
  }

  /** Creates a finding whose quote begins at the value now if a list of its parts is between. */
  private FindingDraft createDraft(Change change, String message) {
    Quantity now = change.operand().quantity();
    boolean divided =
        now != null && nearbyAmounts.hasOtherAmountBetween(now.span(), change.span(), Set.of());
    return FindingDraft.create(
        message,
        texts.toLocation(
            divided && now != null
                ? texts.extendToClauseOf(now.span(), change.span())
                : change.span()));
  }
}
