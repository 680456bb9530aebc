package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Amount;

/** Where both years' amounts are printed, their difference is the change. */
public final class ChangeAmount implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "change-amount",
          Kind.CHANGE_AMOUNT,
          "同一句中的上年数、本年数与增减额",
          "Both years' amounts and the change of one sentence",
          "0.02",
          "0.02",
          "增减额等于两个年度金额之差。",
          "A change is the difference of the two amounts.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    return ChangeStatement.all(reading).stream().flatMap(s -> check(s).stream()).toList();
  }

  private static Optional<Check> check(ChangeStatement statement) {
    Amount now = statement.current();
    Amount before = statement.previous();
    BigDecimal stated = statement.change().value();
    if (now == null || before == null || stated == null || !now.unit().equals(before.unit())) {
      return Optional.empty();
    }
    BigDecimal left = now.value();
    BigDecimal right = before.value();
    if (left == null || right == null || !now.unit().equals(statement.change().unit())) {
      return Optional.empty();
    }
    BigDecimal difference = statement.up() ? left.subtract(right) : right.subtract(left);
    if (Tolerance.sumAgrees(stated, difference, 3) || isOfAnother(statement, right, stated)) {
      return Optional.of(new Check.Agrees());
    }
    String computed = difference.toPlainString();
    return Optional.of(
        Draft.at(ABOUT, Severity.PROOF, statement.passage(), statement.from(), statement.to())
            .numbers(stated, computed)
            .formula(
                left.toPlainString()
                    + " − "
                    + right.toPlainString()
                    + " = "
                    + left.subtract(right).toPlainString()
                    + "，文中写"
                    + (statement.up() ? "增加 " : "减少 ")
                    + stated.toPlainString())
            .says(
                "按文中的两个年度的金额计算，差额与所写的增减额不符。",
                "The two years' amounts differ by another amount than the one stated."));
  }

  /** Whether the change is that of another amount of the paragraph against the year before. */
  private static boolean isOfAnother(
      ChangeStatement statement, BigDecimal before, BigDecimal stated) {
    BigDecimal now = statement.up() ? before.add(stated) : before.subtract(stated);
    return statement.others().stream().anyMatch(o -> o.compareTo(now) == 0);
  }
}
