package org.mingzhang.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Stage;
import org.mingzhang.text.AmountFinder;

/**
 * Compares expenses of last year, as this year's final account implies them by the result and its
 * change, with those of last year's account. Both must be of the same fund and perimeter, and
 * neither may be disputed in its document.
 *
 * @param current this year's account
 * @param previous last year's account
 */
record LastYearExpenseChecks(Disclosure current, Disclosure previous) {
  private static final ComputedInterval HUNDRED = ComputedInterval.exactly(BigDecimal.valueOf(100));

  /** The results for some accounts; none for an account of which a number is not stated. */
  List<CheckResult> check(List<String> accounts) {
    Integer year = current.metadata().year();
    List<CheckResult> checks = new ArrayList<>();
    if (year != null) {
      for (String account : accounts) {
        results(current, account, year).stream()
            .flatMap(now -> check(now, year).stream())
            .forEach(checks::add);
      }
    }
    return checks;
  }

  private Optional<CheckResult> check(Fact now, int year) {
    Optional<Fact> change = findOnly(stated(now, year, Fact.Kind.CHANGE));
    Optional<Fact> rate = findOnly(stated(now, year, Fact.Kind.RATE));
    Optional<Fact> before =
        findOnly(
            results(previous, now.account(), year - 1).stream()
                .filter(fact -> haveSameScope(fact, now))
                .toList());
    if (change.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    ComputedInterval implied = toInterval(now).minus(toInterval(change.get()));
    ComputedInterval byRate = rate.map(r -> impliedByRate(now, r)).orElse(null);
    if (byRate != null && !byRate.intersects(implied)) {
      return Optional.empty();
    }
    ComputedInterval narrowest = byRate == null ? implied : implied.intersect(byRate);
    return Optional.of(
        narrowest.intersects(toInterval(before.get()))
            ? CheckResult.AGREES
            : DisclosureComparison.undecidedIfRestated(
                createFinding(now, change.get(), before.get()),
                current,
                toQuote(change.get().locations().getFirst()),
                previous,
                toQuote(before.get().locations().getFirst())));
  }

  private static @Nullable ComputedInterval impliedByRate(Fact now, Fact rate) {
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(-PrintedNumbers.countDecimals(rate.printed()));
    ComputedInterval factor =
        ComputedInterval.ofPrinted(rate.value(), unit.multiply(BigDecimal.TWO), false)
            .plus(HUNDRED);
    return factor.low().signum() > 0 ? toInterval(now).percentOf(factor) : null;
  }

  private static CheckResult createFinding(Fact now, Fact change, Fact before) {
    BigDecimal value = now.value().subtract(change.value());
    boolean up = change.value().signum() >= 0;
    String shown = formatInWan(value);
    String other = before.printed() + before.unit();
    return FindingDraft.create("last-year", toQuote(change.locations().getFirst()))
        .withOtherLocation(toQuote(before.locations().getFirst()))
        .withNumbers(shown + "万元", other)
        .withFormula(
            formatInWan(now.value())
                + (up ? " − " : " + ")
                + formatInWan(change.value().abs())
                + " = "
                + shown
                + "（万元），上年文件写 "
                + other)
        .toResult(shown, other);
  }

  private static QuoteLocation toQuote(FactLocation location) {
    return new QuoteLocation(location.section(), location.page(), location.quote());
  }

  private static String formatInWan(BigDecimal yuan) {
    return yuan.movePointLeft(4).stripTrailingZeros().toPlainString();
  }

  /** The changes or rates of change against last year that are stated of a result. */
  private List<Fact> stated(Fact now, int year, Fact.Kind kind) {
    return current.facts().stream()
        .filter(fact -> fact.kind() == kind && fact.account().equals(now.account()))
        .filter(fact -> isOfWholeYear(fact, year) && haveSameScope(fact, now))
        .filter(fact -> isChangeAgainst(fact, year - 1))
        .toList();
  }

  private static boolean isChangeAgainst(Fact fact, int year) {
    Fact.ReferenceAmount reference = fact.reference();
    return reference != null
        && Integer.valueOf(year).equals(reference.year())
        && (reference.stage() == null || reference.stage() == Stage.RESULT)
        && (fact.kind() == Fact.Kind.CHANGE || reference.rateOf() == Fact.RateKind.CHANGE);
  }

  private static List<Fact> results(Disclosure document, String account, int year) {
    return document.facts().stream()
        .filter(fact -> fact.kind() == Fact.Kind.AMOUNT && fact.account().equals(account))
        .filter(fact -> isOfWholeYear(fact, year))
        .toList();
  }

  private static boolean isOfWholeYear(Fact fact, int year) {
    return !fact.disputed()
        && fact.context().stage() == Stage.RESULT
        && fact.context().item() == null
        && fact.context().period() == null
        && fact.context().instant() == null
        && fact.context().basis() == null
        && Integer.valueOf(year).equals(fact.context().year());
  }

  private static boolean haveSameScope(Fact one, Fact other) {
    return one.context().fund() == other.context().fund()
        && one.context().perimeter() == other.context().perimeter()
        && Objects.equals(one.context().entity(), other.context().entity());
  }

  private static Optional<Fact> findOnly(List<Fact> facts) {
    return facts.size() == 1 ? Optional.of(facts.getFirst()) : Optional.empty();
  }

  private static ComputedInterval toInterval(Fact fact) {
    int power = AmountFinder.powerOfTenOrZero(fact.unit());
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(power - PrintedNumbers.countDecimals(fact.printed()));
    return ComputedInterval.ofPrinted(fact.value(), unit, false);
  }
}
