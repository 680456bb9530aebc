package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Fact;
import org.mingzhang.text.AmountParser;

/** The precision with which a document prints the values of its facts. */
final class FactPrecision {
  private static final BigDecimal HUNDREDTH_OF_WAN_YUAN = BigDecimal.valueOf(100);
  private static final int POWER_OF_WAN = 4;

  private final boolean mostAmountsHaveDecimals;

  /** Creates the precision of a document from its facts. */
  FactPrecision(Collection<Fact> facts) {
    this.mostAmountsHaveDecimals = mostAmountsHaveDecimals(facts);
  }

  /**
   * Whether at least two thirds of the nonzero amounts in 万元 have decimals, so that the amounts
   * without decimals are also taken to be exact to 0.01 万元; true if there are no such amounts.
   */
  private static boolean mostAmountsHaveDecimals(Collection<Fact> facts) {
    List<Fact> amounts =
        facts.stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.unit().equals("万元"))
            .filter(f -> f.value().signum() != 0)
            .toList();
    long fine = amounts.stream().filter(f -> f.printed().indexOf('.') >= 0).count();
    return fine * 3 >= amounts.size() * 2L;
  }

  /** The values that the printed number of a fact may be rounded from; a count is exact. */
  ComputedInterval toInterval(Fact fact) {
    return fact.kind() == Fact.Kind.COUNT
        ? ComputedInterval.exactly(fact.value())
        : ComputedInterval.ofPrinted(fact.value(), unitInLastPlace(fact), false);
  }

  /** Whether two values differ by at most two units in the last place of the less precise one. */
  boolean isWithinRounding(Fact one, Fact other) {
    return one.value()
            .subtract(other.value())
            .abs()
            .compareTo(unitInLastPlace(one).max(unitInLastPlace(other)).multiply(BigDecimal.TWO))
        <= 0;
  }

  private BigDecimal unitInLastPlace(Fact fact) {
    int digits = PrintedNumbers.countDecimals(fact.printed());
    int power = AmountParser.powerOfTenOrZero(fact.unit());
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(power - digits).max(BigDecimal.ONE);
    return mostAmountsHaveDecimals && power == POWER_OF_WAN
        ? step.min(HUNDREDTH_OF_WAN_YUAN)
        : step;
  }
}
