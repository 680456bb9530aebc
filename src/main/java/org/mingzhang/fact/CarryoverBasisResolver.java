package org.mingzhang.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.text.PatternTable;

/**
 * Distinguishes the two values that a document states for one flow, with and without the balance
 * carried over: 支出总计 in a table, 支出合计…，结转下年… in a sentence; an item of expenditure in a table of
 * all funds and in one of this year's appropriations (当年拨款). Both values are right, so they do not
 * contradict each other. One value gets a {@linkplain FactContext#basis basis}: for a revenue of
 * the year, whose name excludes the balance, the larger value ({@link #WITH_BALANCE}); for other
 * flows and totals the smaller one ({@link #WITHOUT_BALANCE}).
 */
final class CarryoverBasisResolver {
  /** The basis of a total that excludes the balance carried over. */
  static final String WITHOUT_BALANCE = "不含结转结余";

  /** The basis of a revenue of the year that includes the balance carried over. */
  static final String WITH_BALANCE = "含上年结转";

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CarryoverBasisResolver.class);
  private static final Pattern BALANCE_WORDS = PATTERNS.get("balance");
  private static final Pattern FLOW_OR_TOTAL_SUFFIX = PATTERNS.get("total");
  private static final Pattern REVENUE_OF_YEAR = PATTERNS.get("revenue-of-year");

  private final List<Fact> balances;

  private CarryoverBasisResolver(List<Fact> balances) {
    this.balances = balances;
  }

  /**
   * Collects the balances that a document states.
   *
   * @param stated all facts of the document
   */
  static CarryoverBasisResolver readBalances(List<Fact> stated) {
    return new CarryoverBasisResolver(
        stated.stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value().signum() > 0)
            .filter(f -> BALANCE_WORDS.matcher(f.account()).find())
            .toList());
  }

  /**
   * Gives a basis to those values of one flow that differ from another value by a stated balance.
   *
   * @param disputed the values, all with the same key and marked as disputed
   * @return the values, each disputed only if another has the same basis; unchanged if no two of
   *     them differ by a balance
   */
  List<Fact> assignBases(List<Fact> disputed) {
    Fact first = disputed.getFirst();
    if (first.kind() != Fact.Kind.AMOUNT || !FLOW_OR_TOTAL_SUFFIX.matcher(first.account()).find()) {
      return disputed;
    }
    boolean revenue = REVENUE_OF_YEAR.matcher(first.account()).find();
    List<Fact> usual = new ArrayList<>();
    List<Fact> others = new ArrayList<>();
    for (Fact fact : disputed) {
      boolean other =
          disputed.stream()
              .anyMatch(v -> revenue ? exceedsByBalance(fact, v) : exceedsByBalance(v, fact));
      (other ? others : usual).add(fact);
    }
    if (others.isEmpty()) {
      return disputed;
    }
    String basis = revenue ? WITH_BALANCE : WITHOUT_BALANCE;
    List<Fact> separated = new ArrayList<>();
    usual.forEach(f -> separated.add(f.withDisputed(usual.size() > 1)));
    others.forEach(f -> separated.add(withBasis(f, basis).withDisputed(others.size() > 1)));
    return separated;
  }

  private boolean exceedsByBalance(Fact larger, Fact smaller) {
    return larger.value().compareTo(smaller.value()) > 0
        && balances.stream().anyMatch(b -> isDifference(b, larger, smaller));
  }

  /**
   * Whether a balance is the difference of two values, within half the sum of the units of the last
   * printed digits of the three numbers.
   */
  private static boolean isDifference(Fact balance, Fact larger, Fact smaller) {
    BigDecimal digits =
        PrintedValueInterval.unitInLastPlace(balance)
            .add(PrintedValueInterval.unitInLastPlace(larger))
            .add(PrintedValueInterval.unitInLastPlace(smaller));
    BigDecimal gap = larger.value().subtract(smaller.value()).subtract(balance.value()).abs();
    return gap.add(gap).compareTo(digits) <= 0;
  }

  private static Fact withBasis(Fact fact, String basis) {
    FactContext context = fact.context();
    return context.basis() != null
        ? fact
        : fact.withContext(context.withTime(context.period(), context.instant(), basis));
  }
}
