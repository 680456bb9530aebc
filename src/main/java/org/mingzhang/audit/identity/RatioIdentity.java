package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;

/**
 * What holds for every share and every completion: the rate is one amount by the other. Nothing is
 * said where the divisor is nought or an amount is not printed.
 */
final class RatioIdentity {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Precision precision;
  private final SectionTexts texts;
  private final OtherReadings others;

  RatioIdentity(Precision precision, SectionTexts texts, OtherReadings others) {
    this.precision = precision;
    this.texts = texts;
    this.others = others;
  }

  /** The answer for a completion; null where nothing can be checked. */
  @Nullable Check check(Completion completion) {
    return check(
        IdentityRules.COMPLETION,
        completion.span(),
        completion.of(),
        completion.against(),
        completion.rate());
  }

  /** The answer for a share; null where nothing can be checked. */
  @Nullable Check check(Share share) {
    return check(IdentityRules.SHARE, share.span(), share.part(), share.whole(), share.rate());
  }

  private @Nullable Check check(
      RuleDescription rule, Span span, Operand part, Operand whole, Quantity printed) {
    Term numerator = Term.of(part.quantity(), precision);
    Term divisor = Term.of(whole.quantity(), precision);
    Term rate = Term.rate(printed, precision);
    if (numerator == null
        || divisor == null
        || rate == null
        || !alike(numerator.printed(), divisor.printed())
        || numerator.printed().span().equals(divisor.printed().span())
        || others.stepIn(later(numerator, divisor), printed.span())
        || !divisor.interval().isPositive()) {
      return null;
    }
    Interval computed = numerator.interval().percentOf(divisor.interval());
    if (rate.interval().meets(computed)) {
      return new Check.Agrees();
    }
    return others.explainRatio(span, numerator.interval(), rate.interval())
        ? new Check.Undecided("附近另有金额与之相符", "another amount near it agrees")
        : off(rule, span, numerator, divisor, rate);
  }

  /** Place of that of two numbers which stands later. */
  private static Span later(Term one, Term other) {
    Span first = one.printed().span();
    Span second = other.printed().span();
    return first.start() >= second.start() ? first : second;
  }

  private static boolean alike(Quantity one, Quantity other) {
    return one.measure() == other.measure()
        && (one.measure() == Measure.MONEY || one.unit().equals(other.unit()));
  }

  private Check off(RuleDescription rule, Span span, Term part, Term whole, Term rate) {
    Printed form = Printed.of(List.of(part.printed(), whole.printed()));
    BigDecimal exact = part.value().multiply(HUNDRED).divide(whole.value(), MathContext.DECIMAL64);
    String computed = Printed.percent(exact, rate.printed());
    return Draft.at(rule, Severity.PROOF, texts.place(span))
        .numbers(rate.text(), computed)
        .formula(
            "%s ÷ %s = %s，文中写%s"
                .formatted(
                    form.number(part.value()), form.amount(whole.value()), computed, rate.text()))
        .says(
            rule.kind() == Kind.SHARE ? "按文中的金额计算，占比为%s，文中写%s。" : "按文中的金额计算，完成率为%s，文中写%s。",
            rule.kind() == Kind.SHARE
                ? "By the amounts in the text the share is %s; it says %s."
                : "By the amounts in the text the completion rate is %s; it says %s.",
            computed,
            rate.text());
  }
}
