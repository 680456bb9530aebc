package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/** A budget of zero has no completion rate, whichever number is printed. */
public final class ZeroBudget implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "zero-budget",
          Kind.ZERO_DENOMINATOR,
          "预算数为0而仍写出的完成率",
          "A completion rate printed against a budget of zero",
          "无",
          "none",
          "除数为零，没有完成率可言。",
          "Nothing can be divided by a budget of zero.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    return Completion.all(reading).stream()
        .filter(ZeroBudget::isZero)
        .map(ZeroBudget::finding)
        .toList();
  }

  private static boolean isZero(Completion completion) {
    boolean zero =
        completion.result() != null
            && completion.budget().filter(b -> b.amount().signum() == 0).isPresent();
    return zero && !rightForAnother(completion);
  }

  private static boolean rightForAnother(Completion completion) {
    BigDecimal result = completion.result();
    return result != null
        && completion.budgets().values().stream()
            .anyMatch(
                b ->
                    b.amount().signum() > 0
                        && Tolerance.rateAgrees(completion.rate(), result, b.amount()));
  }

  private static Check finding(Completion completion) {
    BigDecimal result = completion.result();
    boolean spent = result != null && result.signum() > 0;
    String shown = result == null ? "" : result.toPlainString();
    String rate = completion.rate().toPlainString() + "%";
    return Draft.at(
            ABOUT,
            spent ? Severity.PROOF : Severity.WORDING,
            completion.passage(),
            completion.from(),
            completion.to())
        .numbers(rate, "—")
        .formula(shown + " ÷ 0 无法计算，文中写 " + rate)
        .says(
            "预算数为0，完成率无法计算，文中写%s。",
            "The budget is zero, so there is no completion rate; the document says %s.", rate);
  }
}
