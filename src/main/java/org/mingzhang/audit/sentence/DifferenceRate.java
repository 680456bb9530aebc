package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/** {@code 年初预算数A，决算数B，预决算差异率R}: the difference of the two divided by the budget. */
public final class DifferenceRate implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "difference-rate",
          Kind.CHANGE_RATE,
          "年初预算数、决算数与预决算差异率",
          "Budget, result and the rate at which they differ",
          "末位数字的一半加0.1个百分点",
          "half of the last digit plus 0.1 percentage point",
          "预决算差异率等于（决算数－年初预算数）÷年初预算数。",
          "The rate is the result less the budget, divided by the budget.");
  private static final Pattern RATE = Pattern.compile("预?决算差异率(?:约)?[为是:]?[-－−]?$");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (passage.compact().contains("差异率")) {
      check(passage, checks);
    }
  }

  private static void check(Passage passage, List<Check> checks) {
    Mention budget = null;
    Mention result = null;
    for (Mention mention : passage.mentions()) {
      if (mention.isAmount() && AccountWords.isBudget(mention)) {
        budget = mention;
        result = null;
      } else if (mention.isAmount() && AccountWords.isResult(mention)) {
        result = mention;
      } else if (!mention.isAmount() && RATE.matcher(mention.label()).find()) {
        Check check = compare(passage, budget, result, mention);
        if (check != null) {
          checks.add(check);
        }
      }
    }
  }

  private static @Nullable Check compare(
      Passage passage, @Nullable Mention budget, @Nullable Mention result, Mention rate) {
    BigDecimal stated = rate.quantity().value();
    if (budget == null
        || result == null
        || stated == null
        || budget.sentence() != rate.sentence()
        || !(budget.quantity() instanceof Amount planned)
        || !(result.quantity() instanceof Amount spent)
        || !planned.unit().equals(spent.unit())) {
      return null;
    }
    BigDecimal whole = planned.value();
    BigDecimal part = spent.value();
    if (whole == null || part == null || whole.signum() <= 0) {
      return null;
    }
    BigDecimal difference = part.subtract(whole);
    if (Tolerance.rateAgrees(stated.abs(), difference.abs(), whole)) {
      return new Check.Agrees();
    }
    String computed = Tolerance.fullRate(Tolerance.percent(difference, whole));
    String printed = rate.quantity().value() + "%";
    return Draft.at(ABOUT, Severity.PROOF, passage, budget.clause(), rate.quantity().end())
        .numbers(printed, computed)
        .formula(
            "(" + Formula.difference(part, whole) + ") ÷ " + whole.toPlainString(),
            computed,
            printed)
        .says(
            "按文中的年初预算数和决算数计算，差异率为%s，文中写%s。",
            "The stated budget and result differ by %s; the document says %s.", computed, printed);
  }
}
