package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Stage;
import org.mingzhang.text.AmountParser;

/**
 * Checks rates that sentences state (为调整预算的97.2%, 比上年增长3.1%) against the amounts of the tables,
 * where the sentences themselves do not decide. Offices differ in what they call the budget; so
 * rates that refer to one stage are reported only if most of them agree with the column of that
 * stage.
 */
record ProseRateChecks(DocumentFacts facts) {
  private static final int MIN_AGREEING_RATES = 3;
  private static final int MIN_MAJORITY_FACTOR = 4;

  /** The kind of some rates and the stage of the amounts that they refer to. */
  private record RateGroup(Fact.@Nullable RateKind rateOf, @Nullable Stage stage) {}

  /**
   * A stated rate with the two amounts that it follows from, and whether the rate agrees with them.
   *
   * @param amount the numerator; for a rate of change, the amount after the change
   * @param base the denominator; for a rate of change, the amount before it
   * @param statedRate the rate with its denominator and its numerator, which for a rate of change
   *     is the difference of the two amounts
   */
  private record CheckedRate(
      Fact rate, Fact amount, Fact base, StatedRate statedRate, boolean agrees) {}

  static List<RuleResult> checkAll(AuditedDocument document) {
    return new ProseRateChecks(DocumentFacts.forDocument(document)).check();
  }

  private List<RuleResult> check() {
    CheckedProseNumbers numbers = CheckedProseNumbers.forDocument(facts.document());
    Map<RateGroup, List<CheckedRate>> rateGroups = new LinkedHashMap<>();
    List<RuleResult> results = new ArrayList<>();
    for (List<Fact> account : facts.allFacts()) {
      for (Fact rate : account) {
        Fact.ReferenceAmount reference = rate.reference();
        if (isRateOrShare(rate)
            && reference != null
            && !rate.disputed()
            && !numbers.wasChecked(rate)) {
          CheckedRate checked = checkRate(rate, reference, account);
          if (checked != null) {
            rateGroups.computeIfAbsent(rateGroupOf(reference), g -> new ArrayList<>()).add(checked);
          } else if (reference.rateOf() == Fact.RateKind.COMPLETION
              && DocumentFacts.isInProse(rate)) {
            results.add(createUndecidedResult(rate, "amounts-not-found"));
          }
        }
      }
    }
    rateGroups.values().forEach(group -> results.addAll(checkGroup(group)));
    return results;
  }

  private static RateGroup rateGroupOf(Fact.ReferenceAmount reference) {
    boolean change = reference.rateOf() == Fact.RateKind.CHANGE;
    return new RateGroup(reference.rateOf(), change ? null : reference.stage());
  }

  private static boolean isRateOrShare(Fact fact) {
    return fact.kind() == Fact.Kind.RATE || fact.kind() == Fact.Kind.SHARE;
  }

  /** A rate with its two amounts; null if one of them is not found or the base is not positive. */
  private @Nullable CheckedRate checkRate(
      Fact rate, Fact.ReferenceAmount reference, List<Fact> accountFacts) {
    FactContext context = rate.context();
    boolean change = reference.rateOf() == Fact.RateKind.CHANGE;
    Fact amount = findAmount(accountFacts, context, context.stage(), context.year());
    Fact base = findBase(accountFacts, rate, reference);
    if (amount != null && base == null && reference.rateOf() == Fact.RateKind.COMPLETION) {
      base = findAgreeingBudget(accountFacts, rate, amount);
    }
    if (amount == null || base == null || base.value().signum() <= 0) {
      return null;
    }
    BigDecimal part = change ? amount.value().subtract(base.value()) : amount.value();
    StatedRate stated = new StatedRate(rate.value(), part, base.value());
    Fact found = base;
    boolean agrees =
        agrees(rate, amount, base, change)
            || (change
                && amountsOfYear(accountFacts, base.context())
                    .filter(f -> f.context().fund() == found.context().fund())
                    .anyMatch(other -> agrees(rate, amount, other, true)));
    return new CheckedRate(rate, amount, base, stated, agrees);
  }

  /**
   * A budget of the year, at whatever stage and of whatever fund, with which the rate agrees; null
   * if there is none. Sentences say 预算 of what a table calls 年初预算 or 全年预算.
   */
  private @Nullable Fact findAgreeingBudget(List<Fact> accountFacts, Fact rate, Fact amount) {
    return amountsOfYear(accountFacts, rate.context())
        .filter(f -> f.context().stage() != Stage.RESULT && f.context().stage() != Stage.EXECUTION)
        .filter(budget -> agrees(rate, amount, budget, false))
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether a rate agrees with its amount and base within printed precision; of a change, the
   * amount is the value after it.
   */
  private boolean agrees(Fact rate, Fact amount, Fact baseAmount, boolean isChangeRate) {
    ComputedInterval base = facts.toInterval(baseAmount);
    ComputedInterval part =
        isChangeRate ? facts.toInterval(amount).minus(base) : facts.toInterval(amount);
    return part.percentOf(base).intersects(ComputedInterval.ofRate(rate.value()));
  }

  /**
   * The positive amounts of a context's item in its year, at any stage and of any fund. The base of
   * a planned increase (比上年) may be last year's budget or last year's result.
   */
  private static Stream<Fact> amountsOfYear(List<Fact> accountFacts, FactContext context) {
    return accountFacts.stream()
        .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value().signum() > 0)
        .filter(f -> Objects.equals(f.context().year(), context.year()))
        .filter(f -> haveSameItem(f.context(), context));
  }

  /**
   * The amount that a rate refers to: for a share the whole account, for a change that names no
   * base the result of the year before, otherwise the amount at the stage and in the year that the
   * rate names. Null if it is not stated, or if a share has no item or refers to another account.
   */
  private @Nullable Fact findBase(
      List<Fact> accountFacts, Fact rate, Fact.ReferenceAmount reference) {
    FactContext context = rate.context();
    Integer year = context.year();
    if (reference.rateOf() == Fact.RateKind.SHARE) {
      return context.item() == null
              || (reference.whole() != null && !reference.whole().equals(rate.account()))
          ? null
          : findAmount(accountFacts, context.withItem(null, null), context.stage(), year);
    }
    boolean lastYear = reference.rateOf() == Fact.RateKind.CHANGE && reference.stage() == null;
    return lastYear && year != null
        ? findAmount(accountFacts, context, Stage.RESULT, year - 1)
        : findAmount(accountFacts, context, reference.stage(), reference.year());
  }

  /**
   * The amount of the same account, item and fund at a stage and in a year; null if there is none
   * or if several amounts differ. An unknown perimeter is compatible with any. Disputed amounts and
   * those in contradictory tables are ignored.
   */
  private @Nullable Fact findAmount(
      List<Fact> accountFacts, FactContext context, @Nullable Stage stage, @Nullable Integer year) {
    if (stage == null || year == null) {
      return null;
    }
    List<Fact> found =
        accountFacts.stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && !f.disputed())
            .filter(
                f -> areExecutionStages(stage, f.context().stage()) || f.context().stage() == stage)
            .filter(f -> year.equals(f.context().year()))
            .filter(f -> f.context().fund() == context.fund() && haveSameItem(f.context(), context))
            .filter(
                f ->
                    context.perimeter() == null
                        || f.context().perimeter() == null
                        || f.context().perimeter() == context.perimeter())
            .filter(f -> !facts.isInContradictoryTable(f))
            .toList();
    boolean one = found.stream().map(f -> f.value().stripTrailingZeros()).distinct().count() == 1;
    return one ? found.getFirst() : null;
  }

  /** Whether both stages mean money spent, which reports call 执行 or 决算. */
  private static boolean areExecutionStages(Stage one, @Nullable Stage other) {
    return (one == Stage.EXECUTION || one == Stage.RESULT)
        && (other == Stage.EXECUTION || other == Stage.RESULT);
  }

  private static boolean haveSameItem(FactContext one, FactContext other) {
    return (one.code() == null || other.code() == null)
        ? Objects.equals(one.item(), other.item())
        : one.code().equals(other.code());
  }

  private List<RuleResult> checkGroup(List<CheckedRate> group) {
    long agreeing = group.stream().filter(CheckedRate::agrees).count();
    boolean confirmed =
        agreeing >= MIN_AGREEING_RATES
            && agreeing >= MIN_MAJORITY_FACTOR * (group.size() - agreeing);
    return group.stream()
        .map(
            c ->
                c.agrees()
                    ? RuleResult.forMessage(messageKeyOf(c.rate()), CheckResult.AGREES)
                    : confirmed || isPrintedBesideAmounts(c)
                        ? RuleResult.forMessage(messageKeyOf(c.rate()), createFinding(c))
                        : createUndecidedResult(c.rate(), "which-amounts"))
        .toList();
  }

  private RuleResult createUndecidedResult(Fact rate, String reason) {
    QuoteLocation quoted = facts.quoteLocation(DocumentFacts.proseLocation(rate));
    return RuleResult.forMessage(
        messageKeyOf(rate), CheckResult.undecided(reason).withLocation(quoted));
  }

  /** Whether both amounts are in one row of a table that also prints the rate. */
  private boolean isPrintedBesideAmounts(CheckedRate checked) {
    return checked.amount().locations().stream()
        .flatMap(p -> Stream.ofNullable(p.cell()))
        .filter(cell -> checked.base().locations().stream().anyMatch(p -> isInRow(p, cell)))
        .map(cell -> facts.document().tables().get(cell.tableIndex()).data().rows().get(cell.row()))
        .flatMap(List::stream)
        .filter(text -> text.endsWith("%"))
        .flatMap(text -> AmountParser.parseNumber(text.substring(0, text.length() - 1)).stream())
        .map(
            rate -> new StatedRate(rate, checked.statedRate().part(), checked.statedRate().whole()))
        .anyMatch(rate -> rate.agrees(true));
  }

  private static boolean isInRow(FactLocation location, FactLocation.Cell cell) {
    FactLocation.Cell other = location.cell();
    return other != null && other.tableIndex() == cell.tableIndex() && other.row() == cell.row();
  }

  private static Fact.@Nullable RateKind rateOf(Fact rate) {
    Fact.ReferenceAmount reference = rate.reference();
    return reference == null ? null : reference.rateOf();
  }

  private static String messageKeyOf(Fact rate) {
    return switch (rateOf(rate)) {
      case CHANGE -> "table-change/sentence";
      case SHARE -> "table-share/sentence";
      case null, default -> "table-completion/sentence";
    };
  }

  private CheckResult createFinding(CheckedRate one) {
    StatedRate rate = one.statedRate();
    String amount = one.amount().printed() + one.amount().unit();
    String base = one.base().printed() + one.base().unit();
    String terms =
        rateOf(one.rate()) == Fact.RateKind.CHANGE
            ? "(" + amount + " − " + base + ") ÷ " + base
            : amount + " ÷ " + base;
    return FindingDraft.create(
            messageKeyOf(one.rate()), facts.quoteLocation(one.rate().locations().getFirst()))
        .setNumbers(rate.printedText(), rate.computedText())
        .setFormula(terms, rate.computedText(), rate.printedText())
        .setBaseAmount(one.base().value())
        .setOtherLocation(facts.quoteLocation(one.base().locations().getFirst()))
        .toResult(rate.computedText(), rate.printedText());
  }
}
