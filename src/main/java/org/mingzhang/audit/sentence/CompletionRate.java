package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/**
 * A completion rate is the result divided by the budget that the sentence names: 年初预算 and 全年预算 are
 * never taken for one another.
 */
public final class CompletionRate implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "completion-rate",
          Kind.COMPLETION_RATE,
          "同一句中的预算数、决算数（执行数）与完成率；年初预算与全年预算不混用",
          "Budget, result and completion rate of one sentence; initial and adjusted budget apart",
          "末位数字的一半加0.1个百分点",
          "half of the last digit plus 0.1 percentage point",
          "完成率按定义等于决算数除以所写的那一种预算数。",
          "A completion rate is by definition the result divided by the budget it names.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    Completion.all(reading).forEach(c -> check(c).ifPresent(checks::add));
    return checks;
  }

  private static Optional<Check> check(Completion completion) {
    Optional<Completion.Budget> budget = completion.budget();
    if (budget.isEmpty() || completion.result() == null) {
      return Optional.of(
          new Check.Undecided(
              "文中没有写出计算完成率所需的预算数", "the budget that the rate refers to is not printed"));
    }
    BigDecimal whole = budget.get().amount();
    if (whole.signum() == 0) {
      return otherBase(completion);
    }
    BigDecimal part = completion.result();
    if (Tolerance.rateAgrees(completion.rate(), part, whole, completion.passage().cents())) {
      return Optional.of(new Check.Agrees());
    }
    String computed = Tolerance.fullRate(Tolerance.percent(part, whole));
    String stated = completion.rate().toPlainString() + "%";
    return Optional.of(
        Draft.at(ABOUT, Severity.PROOF, completion.passage(), completion.from(), completion.to())
            .numbers(stated, computed)
            .formula(Formula.quotient(part, whole), computed, stated)
            .says(
                "按文中的预算数和决算数计算，完成率为%s，文中写%s。",
                "The stated budget and result give a completion rate of %s; the document says %s.",
                computed,
                stated));
  }

  /** The named budget is zero, but the rate is right for another budget of the sentence. */
  private static Optional<Check> otherBase(Completion completion) {
    BigDecimal part = completion.result();
    for (Map.Entry<String, Completion.Budget> entry : completion.budgets().entrySet()) {
      BigDecimal whole = entry.getValue().amount();
      if (part != null
          && whole.signum() > 0
          && Tolerance.rateAgrees(completion.rate(), part, whole, completion.passage().cents())) {
        String rate = completion.rate().toPlainString() + "%";
        return Optional.of(
            Draft.at(
                    ABOUT, Severity.PROOF, completion.passage(), completion.from(), completion.to())
                .numbers("完成" + completion.base() + "的" + rate, entry.getKey() + "的" + rate)
                .formula(Formula.quotient(part, whole) + " = " + rate)
                .says(
                    "%1$s为0，%2$s是对%3$s的完成率。",
                    "The budget that the rate names is zero; %2$s is the rate against the other"
                        + " budget of the sentence.",
                    completion.base(),
                    rate,
                    entry.getKey()));
      }
    }
    return Optional.empty();
  }
}
