package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
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
 * Checks the difference of two percentages of one sentence in percentage points:
 * 占收入的71.4%，比上年同期的68.9%提高2.5个百分点.
 */
record PercentagePointIdentity(PrintedPrecision precision, SectionTexts texts) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PercentagePointIdentity.class);
  private static final Pattern FORMER_RATE = PATTERNS.get("former-rate");
  private static final Pattern CHANGE_IN_POINTS = PATTERNS.get("points");

  List<IdentityResult> check(SectionStatements section) {
    List<LabeledNumber> numbers = section.numbers();
    List<IdentityResult> answers = new ArrayList<>();
    for (int i = 1; i < numbers.size(); i++) {
      LabeledNumber now = numbers.get(i - 1);
      LabeledNumber before = numbers.get(i);
      if (now.quantity().measure() != Quantity.Measure.PERCENT
          || before.quantity().measure() != Quantity.Measure.PERCENT
          || now.sentenceNumber() != before.sentenceNumber()
          || !FORMER_RATE.matcher(before.label()).matches()) {
        continue;
      }
      Matcher points = CHANGE_IN_POINTS.matcher(texts.textAfter(before.quantity().span()));
      if (points.lookingAt()) {
        answers.add(check(now, before, points));
      }
    }
    return answers;
  }

  private IdentityResult check(LabeledNumber now, LabeledNumber before, Matcher points) {
    boolean up = points.group("up") != null;
    Span rate = before.quantity().span();
    Span place =
        new Span(
            rate.section(),
            rate.page(),
            rate.end() + points.start("points"),
            rate.end() + points.end());
    BigDecimal value = new BigDecimal(points.group("points"));
    IdentityTerm stated =
        toTerm(
            new Quantity(
                place,
                points.group("points"),
                up ? value : value.negate(),
                "个百分点",
                Quantity.Measure.POINTS,
                BigDecimal.ONE,
                true));
    NumberRelation relation =
        NumberRelation.sum(toTerm(now.quantity()), List.of(toTerm(before.quantity()), stated));
    if (relation.holds()) {
      return IdentityResult.createAgreement("change-amount", relation);
    }
    BigDecimal difference = now.quantity().value().subtract(before.quantity().value());
    String computed = difference.toPlainString();
    Span span = now.span().extendToEndOf(place);
    return IdentityResult.createViolation(
        FindingDraft.create("change-amount/points", texts.toLocation(span))
            .withNumbers(stated.value().toPlainString(), computed)
            .withFormula(
                "%s − %s = %s，文中写%s"
                    .formatted(
                        now.quantity().printed(),
                        before.quantity().printed(),
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
