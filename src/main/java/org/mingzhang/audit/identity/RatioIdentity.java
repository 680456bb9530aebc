package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.text.CompactText;

/**
 * Checks that a share or a completion rate is the quotient of its two amounts. A rate of a zero
 * amount, or a positive rate of a part of zero, is reported as well. Nothing is checked if an
 * amount is not printed.
 */
final class RatioIdentity {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final Precision precision;
  private final SectionTexts texts;
  private final NearbyAmountFinder others;

  RatioIdentity(Precision precision, SectionTexts texts, NearbyAmountFinder others) {
    this.precision = precision;
    this.texts = texts;
    this.others = others;
  }

  /**
   * The answer for a completion; empty if nothing can be checked.
   *
   * @param exact whether the budget is of the stage that the words name
   * @param ofList whether it refers to the whole of the list before it, whose amounts are between
   */
  List<IdentityResult> check(Completion completion, boolean exact, boolean ofList) {
    Ratio ratio =
        Ratio.of(
            completion.span(),
            completion.operand().quantity(),
            completion.base().quantity(),
            completion.rate(),
            precision);
    if (ratio == null) {
      return List.of(IdentityResult.undecided("completion-rate", "base-not-printed"));
    }
    if (!ofList
        && others.hasOtherAmountBetween(
            ratio.laterSpan(),
            completion.rate().span(),
            others.findRemainders(ratio.span(), ratio.part(), ratio.whole()))) {
      return List.of();
    }
    if (ratio.whole().value().signum() == 0) {
      return checkZeroBudget(ratio);
    }
    return checkRatio("completion-rate", ratio, exact && isOfOneSentence(ratio));
  }

  /** The answer for a rate of two amounts that are known by their labels. */
  List<IdentityResult> check(LabeledNumber rate, LabeledNumber whole, LabeledNumber part) {
    Ratio ratio =
        Ratio.of(rate.clause(), part.quantity(), whole.quantity(), rate.quantity(), precision);
    return ratio == null || ratio.whole().value().signum() == 0
        ? List.of()
        : checkRatio("completion-rate/funding", ratio, true);
  }

  /**
   * The answer for a share whose whole is known; empty if nothing can be checked.
   *
   * @param ofPart places of other amounts of the part, which may be between it and its share
   */
  List<IdentityResult> check(Share share, boolean decided, Set<Span> ofPart) {
    Quantity part = share.part().quantity();
    if (part != null && part.value().signum() == 0 && share.rate().value().signum() > 0) {
      return checkZeroPart(share, part);
    }
    Ratio ratio = Ratio.of(share.span(), part, share.whole().quantity(), share.rate(), precision);
    boolean open = !decided && !startsWithPart(share);
    return ratio == null
            || (open
                && others.hasOtherAmountBetween(ratio.laterSpan(), share.rate().span(), ofPart))
        ? List.of()
        : checkRatio("share", ratio, decided);
  }

  /** Whether both amounts and the rate are in one sentence, so that no other budget is meant. */
  private boolean isOfOneSentence(Ratio ratio) {
    Span rate = ratio.rate().printed().span();
    return texts.areInOneSentence(ratio.part().printed().span(), rate)
        && texts.areInOneSentence(ratio.whole().printed().span(), rate);
  }

  /** Whether the clause of a share begins with the part and names the whole: 税收占地方收入的比重为53.6%. */
  private boolean startsWithPart(Share share) {
    String clause = CompactText.of(texts.toLocation(share.span()).quote()).text();
    return share.part().subject().value().filter(s -> clause.startsWith(s.printed())).isPresent()
        && share.whole().subject().value().isPresent();
  }

  /**
   * A rate with the amounts that give it.
   *
   * @param span the clause
   */
  private record Ratio(Span span, Term rate, Term part, Term whole) {
    static @Nullable Ratio of(
        Span span,
        @Nullable Quantity part,
        @Nullable Quantity whole,
        Quantity printed,
        Precision precision) {
      Term numerator = Term.of(part, precision);
      Term divisor = Term.of(whole, precision);
      Term rate = Term.rate(printed, precision);
      return numerator == null
              || divisor == null
              || rate == null
              || !Term.areComparable(part, whole)
              || numerator.printed().span().equals(divisor.printed().span())
          ? null
          : new Ratio(span, rate, numerator, divisor);
    }

    Relation relation() {
      return new Relation(Relation.Kind.PERCENT, List.of(rate, part, whole));
    }

    Span laterSpan() {
      Span first = part.printed().span();
      Span second = whole.printed().span();
      boolean isAfter = second.section().equals(first.section()) && second.start() > first.start();
      return isAfter ? second : first;
    }
  }

  private List<IdentityResult> checkRatio(String message, Ratio ratio, boolean decided) {
    Relation relation = ratio.relation();
    if (relation.solveFor(0) == null) {
      return List.of();
    }
    if (relation.holds()) {
      return List.of(IdentityResult.holds(message, relation));
    }
    boolean explained =
        !decided && others.explainRatio(ratio.span(), ratio.part(), ratio.rate().interval());
    return List.of(
        explained
            ? IdentityResult.undecidedBecauseOfOtherAmount(message)
            : wrongRate(message, ratio, relation));
  }

  private IdentityResult wrongRate(String message, Ratio ratio, Relation relation) {
    Term part = ratio.part();
    Term whole = ratio.whole();
    Term rate = ratio.rate();
    AmountNotation form = AmountNotation.of(List.of(part.printed(), whole.printed()));
    BigDecimal exact = part.value().multiply(HUNDRED).divide(whole.value(), MathContext.DECIMAL64);
    String computed = AmountNotation.formatPercent(exact, rate.printed());
    Span words = quotedWords(ratio, !message.equals("share"));
    FindingDraft draft = FindingDraft.at(message, texts.toLocation(words));
    if (whole.printed().measure() == Quantity.Measure.MONEY) {
      draft.withBase(whole.value());
    }
    CheckResult checkResult =
        draft
            .withNumbers(rate.text(), computed)
            .withFormula(
                "%s ÷ %s = %s，文中写%s"
                    .formatted(
                        form.number(part.value()),
                        form.formatAmount(whole.value()),
                        computed,
                        rate.text()))
            .report(computed, rate.text());
    return IdentityResult.ofViolation(checkResult, words, relation);
  }

  /** The words from the first of both amounts, if it is in the sentence of the rate. */
  private Span quotedWords(Ratio ratio, boolean completion) {
    Span part = ratio.part().printed().span();
    Span whole = ratio.whole().printed().span();
    boolean before =
        completion && whole.start() < part.start() && texts.areInOneSentence(whole, ratio.span());
    return texts.extendToClauseOf(before ? whole : part, ratio.span());
  }

  /** Checks a share of an amount of zero: its rate must be zero, whatever the whole is. */
  private List<IdentityResult> checkZeroPart(Share share, Quantity zero) {
    Term rate = Term.rate(share.rate(), precision);
    Term part = Term.of(zero, precision);
    if (rate == null
        || part == null
        || others.hasOtherAmountBetween(zero.span(), share.rate().span(), Set.of())) {
      return List.of();
    }
    Span words = texts.extendToClauseOf(zero.span(), share.span());
    CheckResult checkResult =
        FindingDraft.at("share/nothing", texts.toLocation(words))
            .withNumbers(rate.text(), "0%")
            .withFormula("金额为 0，占比为 0%，文中写 " + rate.text())
            .report(rate.text());
    Relation relation = new Relation(Relation.Kind.AT_MOST, List.of(rate, part));
    return List.of(IdentityResult.ofViolation(checkResult, words, relation));
  }

  /**
   * The finding that a budget of zero has no completion rate, or that the rate is of another
   * budget.
   */
  private List<IdentityResult> checkZeroBudget(Ratio ratio) {
    Term rate = ratio.rate();
    boolean spent = ratio.part().value().signum() > 0;
    boolean trivial = rate.value().signum() == 0;
    boolean ofAnother =
        spent
            && rate.value().signum() > 0
            && others.explainRatio(ratio.span(), ratio.part(), rate.interval());
    String result =
        AmountNotation.of(List.of(ratio.part().printed())).formatAmount(ratio.part().value());
    Span words = quotedWords(ratio, true);
    String message =
        ofAnother
            ? "completion-rate/other-budget"
            : !spent ? "zero-budget" : trivial ? "zero-budget/spent-nothing" : "zero-budget/spent";
    CheckResult checkResult =
        FindingDraft.at(message, texts.toLocation(words))
            .withNumbers(rate.text(), "—")
            .withFormula(result + " ÷ 0 无法计算，文中写 " + rate.text())
            .report(rate.text());
    Relation relation = new Relation(Relation.Kind.AT_MOST, List.of(rate, ratio.whole()));
    return List.of(IdentityResult.ofViolation(checkResult, words, relation));
  }
}
