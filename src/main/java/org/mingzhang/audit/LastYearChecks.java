package org.mingzhang.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;

/**
 * Compares totals and expenses of last year, as this year's final account implies them by the
 * result and its change, with the amounts of last year's account. The two amounts must be of the
 * same fund and perimeter, and neither may be disputed in its document.
 *
 * @param currentDisclosure this year's account
 * @param previousDisclosure last year's account
 */
record LastYearChecks(Disclosure currentDisclosure, Disclosure previousDisclosure) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(LastYearChecks.class);
  private static final Pattern SENTENCE_END = PATTERNS.get("sentence-end");
  private static final Pattern RESTATEMENT_WORDS = PATTERNS.get("restated");
  private static final ComputedInterval ONE_HUNDRED_PERCENT =
      ComputedInterval.exactly(BigDecimal.valueOf(100));

  /** The results for some accounts; none for an account of which a number is not stated. */
  List<CheckResult> check(List<String> accounts) {
    Integer year = currentDisclosure.metadata().year();
    List<CheckResult> checks = new ArrayList<>();
    if (year != null) {
      for (String account : accounts) {
        findResults(currentDisclosure, account, year).stream()
            .flatMap(now -> check(now, year).stream())
            .forEach(checks::add);
      }
    }
    return checks;
  }

  private Optional<CheckResult> check(Fact now, int year) {
    Optional<Fact> change = findSingleFact(findStatedChanges(now, year, Fact.Kind.CHANGE));
    Optional<Fact> rate = findSingleFact(findStatedChanges(now, year, Fact.Kind.RATE));
    Optional<Fact> before =
        findSingleFact(
            findResults(previousDisclosure, now.account(), year - 1).stream()
                .filter(fact -> haveSameScope(fact, now))
                .toList());
    if (change.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    ComputedInterval implied = toInterval(now).minus(toInterval(change.get()));
    ComputedInterval byRate = rate.map(r -> computeLastYearByRate(now, r)).orElse(null);
    if (byRate != null && !byRate.intersects(implied)) {
      return Optional.empty();
    }
    ComputedInterval narrowest = byRate == null ? implied : implied.intersect(byRate);
    return Optional.of(
        narrowest.intersects(toInterval(before.get()))
            ? CheckResult.AGREES
            : isRestated(currentDisclosure, change.get())
                    || isRestated(previousDisclosure, before.get())
                ? CheckResult.undecided("restated").withLocation(toQuoteLocation(change.get()))
                : createFinding(now, change.get(), before.get()));
  }

  /**
   * Whether a sentence on an amount says that it was restated or what it includes
   * (上年数按同口径调整为600万元), so that amounts of two accounts need not be equal.
   */
  private static boolean isRestated(Disclosure document, Fact fact) {
    QuoteLocation words = toQuoteLocation(fact);
    String quote = SENTENCE_END.matcher(words.quote()).replaceAll("");
    return document.sections().stream()
        .filter(section -> section.path().equals(words.sectionPath()))
        .flatMap(section -> SENTENCE_END.splitAsStream(section.text()))
        .anyMatch(
            sentence -> sentence.contains(quote) && RESTATEMENT_WORDS.matcher(sentence).find());
  }

  private static @Nullable ComputedInterval computeLastYearByRate(Fact now, Fact rate) {
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(-PrintedNumbers.countDecimals(rate.printed()));
    ComputedInterval factor =
        ComputedInterval.ofPrinted(rate.value(), unit.multiply(BigDecimal.TWO), false)
            .plus(ONE_HUNDRED_PERCENT);
    return factor.low().signum() > 0 ? toInterval(now).percentOf(factor) : null;
  }

  private static CheckResult createFinding(Fact now, Fact change, Fact before) {
    BigDecimal value = now.value().subtract(change.value());
    boolean up = change.value().signum() >= 0;
    String shown = formatInWan(value);
    String other = before.printed() + before.unit();
    return FindingDraft.create("last-year", toQuoteLocation(change))
        .setOtherLocation(toQuoteLocation(before))
        .setNumbers(shown + "万元", other)
        .setFormula(
            formatInWan(now.value())
                + (up ? " − " : " + ")
                + formatInWan(change.value().abs())
                + " = "
                + shown
                + "（万元），上年文件写 "
                + other)
        .toResult(shown, other);
  }

  /** The first location of a fact, with the words that state the fact. */
  private static QuoteLocation toQuoteLocation(Fact fact) {
    FactLocation location = fact.locations().getFirst();
    return new QuoteLocation(location.sectionPath(), location.page(), location.quote());
  }

  private static String formatInWan(BigDecimal yuan) {
    return yuan.movePointLeft(4).stripTrailingZeros().toPlainString();
  }

  /** The changes, or rates of change, against last year that the document states for a result. */
  private List<Fact> findStatedChanges(Fact now, int year, Fact.Kind kind) {
    return findFacts(currentDisclosure, now.account(), year, kind)
        .filter(fact -> haveSameScope(fact, now) && isChangeAgainst(fact, year - 1))
        .toList();
  }

  private static boolean isChangeAgainst(Fact fact, int year) {
    Fact.ReferenceAmount reference = fact.reference();
    return reference != null
        && Integer.valueOf(year).equals(reference.year())
        && (reference.stage() == null || reference.stage() == Stage.RESULT)
        && (fact.kind() == Fact.Kind.CHANGE || reference.rateOf() == Fact.RateKind.CHANGE);
  }

  private static List<Fact> findResults(Disclosure document, String account, int year) {
    return findFacts(document, account, year, Fact.Kind.AMOUNT).toList();
  }

  private static Stream<Fact> findFacts(
      Disclosure document, String account, int year, Fact.Kind kind) {
    return document.facts().stream()
        .filter(fact -> fact.kind() == kind && fact.account().equals(account))
        .filter(fact -> isOfWholeYear(fact, year));
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

  private static Optional<Fact> findSingleFact(List<Fact> facts) {
    return facts.size() == 1 ? Optional.of(facts.getFirst()) : Optional.empty();
  }

  private static ComputedInterval toInterval(Fact fact) {
    int power = AmountParser.powerOfTenOrZero(fact.unit());
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(power - PrintedNumbers.countDecimals(fact.printed()));
    return ComputedInterval.ofPrinted(fact.value(), unit, false);
  }
}
