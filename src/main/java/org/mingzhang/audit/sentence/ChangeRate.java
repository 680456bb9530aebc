package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
import org.mingzhang.text.Rate;

/**
 * A rate of change is the change divided by what is compared with, which is the present amount less
 * the increase or plus the decrease.
 */
public final class ChangeRate implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "change-rate",
          Kind.CHANGE_RATE,
          "本年数、增减额与增减率；基数由本年数减增加额（加减少额）得出",
          "Present amount, change and rate of change; the base is the present amount less the"
              + " change",
          "末位数字的一半加0.1个百分点，比率偏差不超过四分之一",
          "half of the last digit plus 0.1 percentage point, and a quarter of the rate",
          "增减率按定义等于增减额除以上年数，方向与增减额一致。",
          "A rate of change is the change divided by last year's amount, in the same direction.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    ChangeStatement.all(reading).forEach(c -> check(c).ifPresent(checks::add));
    return checks;
  }

  private static Optional<Check> check(ChangeStatement statement) {
    Rate rate = statement.rate();
    BigDecimal change = statement.change().value();
    if (rate == null || change == null) {
      return Optional.empty();
    }
    if (change.signum() > 0 && rate.value().signum() > 0 && statement.up() != statement.rateUp()) {
      return Optional.of(opposite(statement, change, rate));
    }
    BigDecimal base = statement.base();
    if (base == null) {
      return Optional.of(new Check.Undecided("不能确定与哪个数比较", "the amount compared cannot be told"));
    }
    if (base.signum() == 0) {
      return Optional.empty();
    }
    if (statement.rateAgrees()) {
      return Optional.of(new Check.Agrees());
    }
    String computed = base.signum() < 0 ? "—" : Tolerance.fullRate(Tolerance.percent(change, base));
    String stated = statement.passage().compact().substring(rate.start(), rate.end());
    return Optional.of(
        Draft.at(ABOUT, Severity.PROOF, statement.passage(), statement.from(), statement.to())
            .numbers(stated, computed)
            .formula(Formula.quotient(change, base), computed, stated)
            .says(
                "按文中的本年数和增减额计算，增减率为%s，文中写%s。",
                "The stated amount and change give a rate of %s; the document says %s.",
                computed,
                stated));
  }

  private static Check opposite(ChangeStatement statement, BigDecimal change, Rate rate) {
    return Draft.at(ABOUT, Severity.PROOF, statement.passage(), statement.from(), statement.to())
        .numbers(change, rate.value().toPlainString() + "%")
        .formula(statement.up() ? "增加 ↔ 下降" : "减少 ↔ 上升")
        .says(
            "增减额与增减率的方向相反。", "The amount and the rate of the change point in opposite directions.");
  }
}
