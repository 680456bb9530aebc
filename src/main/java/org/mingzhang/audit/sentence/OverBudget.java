package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
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

/** {@code 年初预算数A，决算数B，…超出年初预算C}: C is B − A, all of one sentence. */
public final class OverBudget implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "over-budget",
          Kind.CHANGE_AMOUNT,
          "同一句中的年初预算数、决算数与“超出年初预算”的金额",
          "Budget, result and the amount by which the budget is said to be exceeded",
          "0.02",
          "0.02",
          "超出的金额等于决算数减预算数。",
          "What exceeds the budget is the result less the budget.");
  private static final Pattern OVER = Pattern.compile("超(?:出|过|支)(?:年初|全年)?预算(?:数)?(?:了)?[为是]?$");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (passage.compact().contains("预算") && passage.compact().contains("超")) {
      for (Mention mention : passage.mentions()) {
        if (mention.isAmount() && OVER.matcher(mention.label()).find()) {
          check(passage, mention, checks);
        }
      }
    }
  }

  private static void check(Passage passage, Mention over, List<Check> checks) {
    BigDecimal budget =
        before(passage, over, m -> AccountWords.isBudget(m) && m.label().contains("年初预算"));
    BigDecimal result = before(passage, over, AccountWords::isResult);
    BigDecimal stated = over.quantity().value();
    if (budget == null || result == null || stated == null) {
      return;
    }
    BigDecimal difference = result.subtract(budget);
    if (Tolerance.sumAgrees(stated, difference, 3)) {
      checks.add(new Check.Agrees());
      return;
    }
    String computed = difference.toPlainString();
    checks.add(
        Draft.at(ABOUT, Severity.PROOF, passage, over.clause(), over.quantity().end())
            .numbers(stated, computed)
            .formula(Formula.difference(result, budget), computed, stated)
            .says(
                "决算数减年初预算数为%s，文中写超出%s。",
                "The result less the budget is %s; the document says %s.", computed, stated));
  }

  /** The last amount of the sentence with such a label and the same unit. */
  private static @Nullable BigDecimal before(
      Passage passage, Mention over, Predicate<Mention> label) {
    BigDecimal found = null;
    for (Mention mention : passage.mentions()) {
      if (mention.quantity().end() < over.quantity().start()
          && mention.sentence() == over.sentence()
          && mention.quantity() instanceof Amount amount
          && over.quantity() instanceof Amount own
          && amount.unit().equals(own.unit())
          && label.test(mention)) {
        found = amount.value();
      }
    }
    return found;
  }
}
