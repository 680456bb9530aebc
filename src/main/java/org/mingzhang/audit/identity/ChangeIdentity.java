package org.mingzhang.audit.identity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.statement.Statement.Change;

/**
 * What holds for every change: its amount is the difference of the two values, an increase is at
 * most what there is now and a decrease at most what there was, and its rate is the amount by the
 * value before. One statement gives at most one finding.
 */
final class ChangeIdentity {
  private static final Check UNDECIDED =
      new Check.Undecided("附近另有金额与之相符", "another amount near it agrees");

  private final Precision precision;
  private final SectionTexts texts;
  private final OtherReadings others;

  ChangeIdentity(Precision precision, SectionTexts texts, OtherReadings others) {
    this.precision = precision;
    this.texts = texts;
    this.others = others;
  }

  /** The answer for a change; null where too few of its numbers are printed to check anything. */
  @Nullable Check check(Change change) {
    Comparison numbers = Comparison.of(change, precision);
    if (numbers == null) {
      return null;
    }
    Interval difference = numbers.difference();
    Term amount = numbers.amount();
    if (difference != null && amount != null && !difference.meets(amount.interval())) {
      return numbers.exactDifference().signum() == 0
              || others.explainDifference(
                  change.span(),
                  requireNonNull(numbers.now()).interval(),
                  requireNonNull(numbers.before()).interval(),
                  amount.interval())
          ? UNDECIDED
          : amountOff(change, numbers, amount);
    }
    if (numbers.exceeds()) {
      return exceeding(change, numbers);
    }
    Term rate = numbers.rate();
    Interval computed = numbers.rateOfAmounts();
    if (rate != null && computed != null) {
      return rate.interval().meets(computed)
          ? new Check.Agrees()
          : others.explainRate(change.span(), numbers, rate.interval())
              ? UNDECIDED
              : rateOff(change, numbers, rate);
    }
    return difference != null && amount != null ? new Check.Agrees() : null;
  }

  private Check amountOff(Change change, Comparison numbers, Term amount) {
    Printed form = numbers.form();
    BigDecimal difference = numbers.exactDifference();
    String signed = (amount.value().signum() < 0 ? "−" : "") + form.amount(amount.value().abs());
    String gap = form.amount(difference.subtract(amount.value()).abs());
    return draft(change, IdentityRules.CHANGE_AMOUNT)
        .numbers(amount.text(), form.amount(difference))
        .formula(
            "%s = %s，文中写%s，差%s"
                .formatted(numbers.difference(form), form.amount(difference), signed, gap))
        .says(
            "按文中的前后两数，相差%1$s，文中写%2$s%3$s。",
            "The two values in the text differ by %1$s; it says %4$s of %3$s.",
            form.amount(difference),
            numbers.word(),
            amount.text(),
            numbers.english());
  }

  private Check exceeding(Change change, Comparison numbers) {
    Printed form = numbers.form();
    Term amount = requireNonNull(numbers.amount());
    Term limit = requireNonNull(numbers.limit());
    BigDecimal size = amount.value().abs();
    return draft(change, IdentityRules.CHANGE_BOUND)
        .numbers(amount.text(), "≤ " + form.amount(limit.value()))
        .formula(
            "%s > %s，差%s"
                .formatted(
                    form.number(size),
                    form.amount(limit.value()),
                    form.amount(size.subtract(limit.value()))))
        .says(
            numbers.up() ? "增加额%1$s大于增加后的数%2$s。" : "减少额%1$s大于减少前的数%2$s。",
            numbers.up()
                ? "The increase of %1$s is above the value after it, %2$s."
                : "The decrease of %1$s is above the value before it, %2$s.",
            form.amount(size),
            form.amount(limit.value()));
  }

  private Check rateOff(Change change, Comparison numbers, Term rate) {
    BigDecimal exact = numbers.exactRate();
    String result = Printed.percent(exact.abs(), rate.printed());
    boolean turned = exact.signum() * rate.value().signum() < 0;
    String computed = turned ? (exact.signum() < 0 ? "−" : "+") + result : result;
    return draft(change, IdentityRules.CHANGE_RATE)
        .numbers(rate.text(), computed)
        .formula("%s = %s，文中写%s".formatted(numbers.quotient(numbers.form()), computed, rate.text()))
        .says(
            "按文中的金额计算，增减率为%1$s，文中写%2$s%3$s。",
            "By the amounts in the text the rate is %1$s; it says an %4$s of %3$s.",
            computed,
            numbers.word(),
            rate.text(),
            numbers.english());
  }

  private Draft draft(Change change, RuleDescription rule) {
    return Draft.at(rule, Severity.PROOF, texts.place(change.span()));
  }
}
