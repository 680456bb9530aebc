package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Checks that a share or a completion rate is the quotient of its two amounts. A completion rate of
 * a budget of zero, or a positive share of a part of zero, is reported as well.
 */
record RatioIdentity(
    PrintedPrecision precision,
    SectionTexts texts,
    NearbyAmountFinder nearbyAmounts,
    AlternativeOperandFinder alternatives) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(RatioIdentity.class);
  private static final Pattern OTHER_TIME_WORDS = PATTERNS.get("other-time");
  private static final Pattern OTHER_BASIS_WORDS = PATTERNS.get("other-basis");
  private static final Pattern BUDGET_ADJUSTMENT_WORDS = PATTERNS.get("budget-adjustment-words");
  private static final Pattern INITIAL_BUDGET_WORDS = PATTERNS.get("initial-budget");
  private static final Pattern ADJUSTED_BUDGET_RATE_WORDS = PATTERNS.get("rate-of-adjusted-budget");

  /**
   * The result for a completion. Empty unless the rate and two comparable amounts are printed; also
   * empty if other amounts stand between the two amounts and the rate, unless the clause begins
   * with the name of the account.
   *
   * @param isBudgetOfNamedStage whether the budget is of the stage that the words name
   * @param refersToListWhole whether the completion refers to the whole of the list before it, so
   *     that the amounts of the parts are in between
   */
  List<IdentityResult> check(
      Completion completion, boolean isBudgetOfNamedStage, boolean refersToListWhole) {
    Ratio ratio =
        Ratio.createIfComparable(
            completion.span(),
            completion.operand().quantity(),
            completion.base().quantity(),
            completion.rate(),
            precision);
    if (ratio == null
        || (!refersToListWhole
            && !beginsWithName(completion.span(), completion.operand())
            && nearbyAmounts.hasOtherAmountBetween(
                ratio.spanOfLaterAmount(),
                completion.rate().span(),
                nearbyAmounts.findSpansOfDifferences(ratio.span(), ratio.part(), ratio.whole())))) {
      return List.of();
    }
    if (ratio.whole().value().signum() == 0) {
      return checkZeroBudget(ratio);
    }
    return !ratio.relation().holds()
            && (refersToOtherTime(ratio, completion)
                || mayReferToPartsOfOneFund(ratio, completion)
                || refersToAdjustedBudget(ratio)
                || refersToOtherBasis(ratio)
                || isAdjustmentBeforeBudget(ratio))
        ? List.of(
            IdentityResult.undecided(
                "completion-rate", "which-amounts", texts.toLocation(ratio.span())))
        : checkRatio(
            "completion-rate", ratio, isBudgetOfNamedStage && areTermsInOneSentence(ratio));
  }

  /**
   * Whether the words before a rate give it another period, year or basis than its amounts have:
   * 执行960万元。上半年执行率45%.
   */
  private boolean refersToOtherTime(Ratio ratio, Completion completion) {
    Integer year = OperandValues.stageAndTimeOf(completion.operand()).year();
    Span rate = ratio.rate().printed().span();
    Matcher time = OTHER_TIME_WORDS.matcher(texts.textBetween(ratio.spanOfLaterAmount(), rate));
    return time.find() && !String.valueOf(year).equals(time.group("year"));
  }

  /**
   * Whether the words before the part say that its whole is another than the one printed before
   * them: 可用资金900万元，支出850万元；只看当年下达的资金，支出800万元，支付率98%.
   */
  private boolean refersToOtherBasis(Ratio ratio) {
    Span part = ratio.part().printed().span();
    return ratio.whole().printed().span().start() < part.start()
        && OTHER_BASIS_WORDS.matcher(texts.textBefore(part)).find();
  }

  /**
   * Whether a rate names a fund and may refer to several parts of its whole that are of that fund.
   */
  private boolean mayReferToPartsOfOneFund(Ratio ratio, Completion completion) {
    return completion.operand().subject().uniqueValue().filter(s -> s.fund() != null).isPresent()
        && alternatives.isRateOfFirstParts(ratio.part(), ratio.whole(), ratio.rate());
  }

  /**
   * Whether the words at a rate refer to the adjusted budget, while its whole is the initial
   * budget: 年初预算400万元…全年预算执行率95%.
   */
  private boolean refersToAdjustedBudget(Ratio ratio) {
    return INITIAL_BUDGET_WORDS.matcher(texts.textBefore(ratio.whole().printed().span())).find()
        && ADJUSTED_BUDGET_RATE_WORDS
            .matcher(texts.textBefore(ratio.rate().printed().span()))
            .find();
  }

  /** Whether the part was taken from or added to the budget after it: 收回5万元，调整预算315万元. */
  private boolean isAdjustmentBeforeBudget(Ratio ratio) {
    Span part = ratio.part().printed().span();
    return part.start() < ratio.whole().printed().span().start()
        && BUDGET_ADJUSTMENT_WORDS.matcher(texts.textBefore(part)).find();
  }

  /**
   * The result for a rate of two amounts that are known by their labels, undecided if another
   * amount near it gives the rate; empty if nothing can be checked.
   */
  List<IdentityResult> check(LabeledNumber rate, LabeledNumber whole, LabeledNumber part) {
    Ratio ratio =
        Ratio.createIfComparable(
            rate.span(), part.quantity(), whole.quantity(), rate.quantity(), precision);
    return ratio == null || ratio.whole().value().signum() == 0
        ? List.of()
        : checkRatio("completion-rate/funding", ratio, false);
  }

  /**
   * The result for a share of several amounts together; empty if nothing can be checked.
   *
   * @param sum the sum of the amounts, with the span from the first to the last
   */
  List<IdentityResult> checkShareOfSum(LabeledNumber rate, LabeledNumber whole, IdentityTerm sum) {
    IdentityTerm divisor = precision.toTerm(whole.quantity());
    IdentityTerm stated = precision.toRateTerm(rate.quantity());
    return divisor == null || stated == null || divisor.value().signum() == 0
        ? List.of()
        : checkRatio("share", new Ratio(rate.span(), stated, sum, divisor), true);
  }

  /**
   * The result for a share whose whole is known; empty if nothing can be checked.
   *
   * @param spansOfPart locations of other amounts of the part, which may be between it and its
   *     share
   */
  List<IdentityResult> check(Share share, boolean wholeDecided, Set<Span> spansOfPart) {
    Quantity part = share.part().quantity();
    if (part != null && part.value().signum() == 0 && share.rate().value().signum() > 0) {
      return checkZeroPart(share, part);
    }
    Ratio ratio =
        Ratio.createIfComparable(
            share.span(), part, share.whole().quantity(), share.rate(), precision);
    // The words before the rate name part and whole: 税收占地方收入的比重为53.6%.
    boolean named =
        beginsWithName(share.span(), share.part())
            && share.whole().subject().uniqueValue().isPresent();
    boolean open = !wholeDecided && !named;
    return ratio == null
            || (open
                && nearbyAmounts.hasOtherAmountBetween(
                    ratio.spanOfLaterAmount(), share.rate().span(), spansOfPart))
        ? List.of()
        : checkRatio("share", ratio, wholeDecided && !mayHaveOtherWhole(ratio));
  }

  /**
   * Whether part and whole have the same value and a larger amount stands before them in the
   * sentence, which may be the whole that is meant.
   */
  private boolean mayHaveOtherWhole(Ratio ratio) {
    Span part = ratio.part().printed().span();
    return ratio.part().value().compareTo(ratio.whole().value()) == 0
        && nearbyAmounts.findAmountsNear(part).stream()
            .filter(q -> q.value().compareTo(ratio.part().value()) > 0)
            .map(Quantity::span)
            .anyMatch(s -> s.end() <= part.start() && texts.areInOneSentence(s, part));
  }

  /**
   * Whether rate, part and whole are in one sentence, so that the rate cannot refer to another
   * budget.
   */
  private boolean areTermsInOneSentence(Ratio ratio) {
    Span rate = ratio.rate().printed().span();
    return texts.areInOneSentence(ratio.part().printed().span(), rate)
        && texts.areInOneSentence(ratio.whole().printed().span(), rate);
  }

  /** Whether a clause begins with the name of what an amount is of: 项目支出预算执行率97.04%. */
  private boolean beginsWithName(Span clause, Operand amount) {
    String words = CompactText.compact(texts.toLocation(clause).quote()).text();
    return amount
        .subject()
        .uniqueValue()
        .filter(subject -> words.startsWith(subject.printedName()))
        .isPresent();
  }

  /**
   * A rate with the part and the whole of which it is the quotient.
   *
   * @param span the clause
   */
  private record Ratio(Span span, IdentityTerm rate, IdentityTerm part, IdentityTerm whole) {
    static @Nullable Ratio createIfComparable(
        Span span,
        @Nullable Quantity part,
        @Nullable Quantity whole,
        Quantity printed,
        PrintedPrecision precision) {
      IdentityTerm numerator = precision.toTerm(part);
      IdentityTerm divisor = precision.toTerm(whole);
      IdentityTerm rate = precision.toRateTerm(printed);
      return numerator == null
              || divisor == null
              || rate == null
              || !IdentityTerm.areComparable(part, whole)
              || numerator.printed().span().equals(divisor.printed().span())
          ? null
          : new Ratio(span, rate, numerator, divisor);
    }

    NumberRelation relation() {
      return NumberRelation.percent(rate, part, whole);
    }

    Span spanOfLaterAmount() {
      Span first = part.printed().span();
      Span second = whole.printed().span();
      boolean isAfter =
          second.sectionPath().equals(first.sectionPath()) && second.start() > first.start();
      return isAfter ? second : first;
    }
  }

  private List<IdentityResult> checkRatio(String message, Ratio ratio, boolean operandsDecided) {
    NumberRelation relation = ratio.relation();
    if (relation.solveFor(0) == null) {
      return List.of();
    }
    if (relation.holds()) {
      return List.of(IdentityResult.createAgreement(message, relation));
    }
    boolean explained =
        !operandsDecided
            && alternatives.findsOtherWhole(ratio.span(), ratio.part(), ratio.rate().interval());
    return List.of(
        explained
            ? IdentityResult.undecidedBecauseOfOtherAmount(message, texts.toLocation(ratio.span()))
            : reportWrongRate(message, ratio, relation));
  }

  private IdentityResult reportWrongRate(String message, Ratio ratio, NumberRelation relation) {
    IdentityTerm part = ratio.part();
    IdentityTerm whole = ratio.whole();
    IdentityTerm rate = ratio.rate();
    AmountNotation form = AmountNotation.forOperands(List.of(part.printed(), whole.printed()));
    BigDecimal exact = PrintedNumbers.computePercentage(part.value(), whole.value());
    String computed = AmountNotation.formatPercent(exact, rate.printed());
    Span words = quotedSpan(ratio, !message.equals("share"));
    FindingDraft draft = FindingDraft.create(message, texts.toLocation(words));
    if (whole.printed().measure() == Quantity.Measure.MONEY) {
      draft.setBaseAmount(whole.value());
    }
    CheckResult checkResult =
        draft
            .setNumbers(rate.printedText(), computed)
            .setFormulaPattern(
                "%s ÷ %s = %s，文中写%s",
                form.formatNumber(part.value()),
                form.formatAmount(whole.value()),
                computed,
                rate.printedText())
            .toResult(computed, rate.printedText());
    return IdentityResult.createViolation(checkResult, words, relation);
  }

  /**
   * The clause of the rate, extended backward to the part or, for a completion, to the first of the
   * two amounts if that is in the same sentence.
   */
  private Span quotedSpan(Ratio ratio, boolean isCompletion) {
    Span part = ratio.part().printed().span();
    Span whole = ratio.whole().printed().span();
    boolean before =
        isCompletion && whole.start() < part.start() && texts.areInOneSentence(whole, ratio.span());
    return texts.extendToClauseOf(before ? whole : part, ratio.span());
  }

  /**
   * Reports a share whose part is zero, whatever its whole is; empty if other amounts are between
   * them.
   *
   * @param share a share above zero
   */
  private List<IdentityResult> checkZeroPart(Share share, Quantity zero) {
    IdentityTerm rate = precision.toRateTerm(share.rate());
    IdentityTerm part = precision.toTerm(zero);
    if (rate == null
        || part == null
        || nearbyAmounts.hasOtherAmountBetween(zero.span(), share.rate().span(), Set.of())) {
      return List.of();
    }
    Span words = texts.extendToClauseOf(zero.span(), share.span());
    CheckResult checkResult =
        FindingDraft.create("share/nothing", texts.toLocation(words))
            .setNumbers(rate.printedText(), "0%")
            .setFormula("金额为 0，占比为 0%，文中写 " + rate.printedText())
            .toResult(rate.printedText());
    NumberRelation relation = new NumberRelation(NumberRelation.Kind.AT_MOST, List.of(rate, part));
    return List.of(IdentityResult.createViolation(checkResult, words, relation));
  }

  /**
   * The finding that a budget of zero has no completion rate, or that the rate is of another
   * budget.
   */
  private List<IdentityResult> checkZeroBudget(Ratio ratio) {
    IdentityTerm rate = ratio.rate();
    boolean spent = ratio.part().value().signum() > 0;
    boolean trivial = rate.value().signum() == 0;
    boolean ofAnother =
        spent
            && rate.value().signum() > 0
            && alternatives.findsOtherWhole(ratio.span(), ratio.part(), rate.interval());
    String result =
        AmountNotation.forOperands(List.of(ratio.part().printed()))
            .formatAmount(ratio.part().value());
    Span words = quotedSpan(ratio, true);
    String message =
        ofAnother
            ? "completion-rate/other-budget"
            : !spent ? "zero-budget" : trivial ? "zero-budget/spent-nothing" : "zero-budget/spent";
    CheckResult checkResult =
        FindingDraft.create(message, texts.toLocation(words))
            .setNumbers(rate.printedText(), "—")
            .setFormula(result + " ÷ 0 无法计算，文中写 " + rate.printedText())
            .toResult(rate.printedText());
    NumberRelation relation =
        new NumberRelation(NumberRelation.Kind.AT_MOST, List.of(rate, ratio.whole()));
    return List.of(IdentityResult.createViolation(checkResult, words, relation));
  }
}
