package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.text.PatternTable;

/**
 * Checks the difference of a rate and the earlier rate that it is compared with, in percentage
 * points: 占收入的71.4%，比上年同期的68.9%提高2.5个百分点; or of a rate and its printed target. If several rates of
 * the sentence may be compared, it is reported only if it is the difference of none of them.
 */
record PercentagePointIdentity(PrintedPrecision precision, SectionTexts texts) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PercentagePointIdentity.class);
  private static final Pattern FORMER_RATE = PATTERNS.get("former-rate");
  private static final Pattern CHANGE_IN_POINTS = PATTERNS.get("points");
  private static final Pattern BESIDE_TARGET = PATTERNS.get("beside-target");
  private static final Pattern POINTS_FROM_TARGET = PATTERNS.get("points-from-target");
  private static final Pattern COMPLETION_LABEL = PATTERNS.get("completion-label");
  private static final Pattern WIDER_CHANGE = PATTERNS.get("wider-change");

  List<IdentityResult> check(SectionStatements section) {
    List<LabeledNumber> numbers = section.numbers();
    ComparedRateFinder comparedRates = new ComparedRateFinder(section, texts);
    List<IdentityResult> answers = new ArrayList<>();
    for (int i = 1; i < numbers.size(); i++) {
      LabeledNumber before = numbers.get(i);
      answers.addAll(checkAgainstTarget(numbers.get(i - 1), before));
      answers.addAll(checkAgainstOtherChange(numbers, i));
      if (before.quantity().measure() != Quantity.Measure.PERCENT
          || !FORMER_RATE.matcher(before.label()).matches()) {
        continue;
      }
      Matcher points = CHANGE_IN_POINTS.matcher(texts.textAfter(before.quantity().span()));
      if (points.lookingAt()) {
        boolean up = points.group("up") != null;
        answers.addAll(
            check(
                comparedRates.find(i),
                before.quantity(),
                readPoints(before.quantity().span(), points, up)));
      }
    }
    return answers;
  }

  /**
   * The result for a rate and the target that is printed right after it:
   * 支出进度65.6%，低于75%的序时进度9.4个百分点; empty if the second number is no such target.
   */
  private List<IdentityResult> checkAgainstTarget(LabeledNumber rate, LabeledNumber target) {
    if (rate.quantity().measure() != Quantity.Measure.PERCENT
        || target.quantity().measure() != Quantity.Measure.PERCENT
        || rate.sentenceNumber() != target.sentenceNumber()
        || !COMPLETION_LABEL.matcher(rate.label()).find()) {
      return List.of();
    }
    Span place = target.quantity().span();
    Matcher words = BESIDE_TARGET.matcher(texts.textBetween(rate.quantity().span(), place));
    Matcher points = POINTS_FROM_TARGET.matcher(texts.textAfter(place));
    return words.matches() && points.lookingAt()
        ? check(
            List.of(rate.quantity()),
            target.quantity(),
            readPoints(place, points, words.group("up") != null))
        : List.of();
  }

  /**
   * The result for the second of the two rates of a sentence if the words after it compare it with
   * the first: 收入下降4.62%；支出下降12.77%，降幅比收入大8.15个百分点; empty for other rates.
   */
  private List<IdentityResult> checkAgainstOtherChange(List<LabeledNumber> numbers, int index) {
    LabeledNumber rate = numbers.get(index);
    if (rate.quantity().measure() != Quantity.Measure.PERCENT) {
      return List.of();
    }
    Matcher words = WIDER_CHANGE.matcher(texts.textAfter(rate.quantity().span()));
    if (!words.lookingAt()) {
      return List.of();
    }
    List<Quantity> rates = new ArrayList<>();
    for (int i = index; i >= 0 && isInSentenceOf(numbers.get(i), rate); i--) {
      if (numbers.get(i).quantity().measure() == Quantity.Measure.PERCENT) {
        rates.add(numbers.get(i).quantity());
      }
    }
    boolean up = words.group("up") != null || words.group("above") != null;
    return rates.size() == 2
        ? check(
            List.of(rate.quantity()),
            rates.getLast(),
            readPoints(rate.quantity().span(), words, up))
        : List.of();
  }

  private static boolean isInSentenceOf(LabeledNumber number, LabeledNumber other) {
    return number.sentenceNumber() == other.sentenceNumber();
  }

  /**
   * The result for the rates that may be compared with an earlier one: an agreement if one of them
   * has the stated difference, otherwise a violation of the nearest to it; empty without rates.
   */
  private List<IdentityResult> check(List<Quantity> rates, Quantity before, Quantity points) {
    IdentityTerm stated = toTerm(points);
    List<IdentityResult> results =
        rates.stream()
            .sorted(Comparator.comparing(rate -> deviation(rate, before, stated)))
            .map(rate -> check(rate, before, stated))
            .toList();
    return results.stream()
        .filter(result -> result.violation().isEmpty())
        .findFirst()
        .or(() -> results.stream().findFirst())
        .stream()
        .toList();
  }

  /**
   * By how much the stated difference deviates from the difference between a rate and an earlier
   * rate.
   */
  private static BigDecimal deviation(Quantity rate, Quantity before, IdentityTerm stated) {
    return rate.value().subtract(before.value()).subtract(stated.value()).abs();
  }

  private static Quantity readPoints(Span rate, Matcher points, boolean isIncrease) {
    Span place =
        new Span(
            rate.sectionPath(),
            rate.page(),
            rate.end() + points.start("points"),
            rate.end() + points.end());
    BigDecimal value = new BigDecimal(points.group("points"));
    return new Quantity(
        place,
        points.group("points"),
        isIncrease ? value : value.negate(),
        "个百分点",
        Quantity.Measure.POINTS,
        BigDecimal.ONE,
        true);
  }

  private IdentityResult check(Quantity rate, Quantity before, IdentityTerm stated) {
    NumberRelation relation = NumberRelation.sum(toTerm(rate), List.of(toTerm(before), stated));
    if (relation.holds()) {
      return IdentityResult.createAgreement("change-amount", relation);
    }
    BigDecimal difference = rate.value().subtract(before.value());
    String computed = difference.toPlainString();
    Span points = before.span().extendToEndOf(stated.printed().span());
    Span span = texts.extendToClauseOf(rate.span(), points);
    return IdentityResult.createViolation(
        FindingDraft.create("change-amount/points", texts.toLocation(span))
            .setNumbers(stated.value().toPlainString(), computed)
            .setFormula(
                "%s − %s = %s，文中写%s"
                    .formatted(
                        (rate.value().signum() < 0 ? "-" : "") + rate.printed(),
                        before.printed(),
                        computed,
                        stated.value().toPlainString()))
            .toResult(computed, stated.value().toPlainString()),
        span,
        relation);
  }

  private IdentityTerm toTerm(Quantity quantity) {
    return Objects.requireNonNull(precision.toTerm(quantity));
  }
}
