package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.RuleBook;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Stage;

/**
 * Checks rates that sentences state (为调整预算的97.2%, 比上年增长3.1%) against the amounts of the tables, where
 * the sentence prints no amount to compare with. Offices differ in what they call the budget; so
 * rates that refer to one stage and year are reported only if most of them agree with the column of
 * that stage.
 */
final class FactRates {
  private static final String RULE = "rate-against-table";
  private static final int FEWEST_AGREEING = 3;
  private static final int MAJORITY = 4;
  private static final CheckResult UNCONFIRMED = CheckResult.undecided("which-amounts");

  private final DocumentFacts facts;

  private FactRates(DocumentFacts facts) {
    this.facts = facts;
  }

  /** What the rates of a group have in common. */
  private record Group(Fact.@Nullable RateOf of, @Nullable Stage stage, @Nullable Integer year) {}

  private record Checked(Fact rate, Fact amount, Fact base, StatedRate stated, boolean agrees) {}

  static List<TableAnswers.Answer> checkAll(AuditedDocument reading) {
    return new FactRates(DocumentFacts.of(reading)).check();
  }

  private List<TableAnswers.Answer> check() {
    Map<Group, List<Checked>> groups = new LinkedHashMap<>();
    for (List<Fact> account : facts.all()) {
      for (Fact rate : account) {
        Fact.Reference against = rate.reference();
        if (rate.kind() == Fact.Kind.RATE && against != null && !rate.disputed()) {
          checkRate(rate, against, account)
              .ifPresent(
                  c ->
                      groups
                          .computeIfAbsent(
                              new Group(against.rateOf(), against.stage(), against.year()),
                              g -> new ArrayList<>())
                          .add(c));
        }
      }
    }
    return groups.values().stream().flatMap(FactRates.this::answer).toList();
  }

  private Optional<Checked> checkRate(Fact rate, Fact.Reference against, List<Fact> account) {
    FactContext context = rate.context();
    Fact amount = findAmount(account, context, context.stage(), context.year());
    Fact base = findAmount(account, context, against.stage(), against.year());
    if (amount == null
        || base == null
        || base.value().signum() <= 0
        || base.places().stream().anyMatch(p -> p.cell() == null)) {
      return Optional.empty();
    }
    boolean change = against.rateOf() == Fact.RateOf.CHANGE;
    BigDecimal part = change ? amount.value().subtract(base.value()) : amount.value();
    StatedRate stated = new StatedRate(rate.value(), part, base.value());
    ComputedInterval of = facts.interval(amount);
    ComputedInterval computed =
        (change ? of.minus(facts.interval(base)) : of).percentOf(facts.interval(base));
    BigDecimal unit = PrintedNumbers.halfUnit(rate.value()).multiply(BigDecimal.TWO);
    ComputedInterval printed =
        new ComputedInterval(rate.value().subtract(unit), rate.value().add(unit));
    return Optional.of(new Checked(rate, amount, base, stated, computed.intersects(printed)));
  }

  /**
   * The amount of the same account and item at a stage and in a year; null if there is none or
   * several. A rate without a perimeter has the one of the tables.
   */
  private @Nullable Fact findAmount(
      List<Fact> account, FactContext of, @Nullable Stage stage, @Nullable Integer year) {
    if (stage == null || year == null) {
      return null;
    }
    List<Fact> found =
        account.stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && !f.disputed() && !facts.isDoubtful(f))
            .filter(f -> f.context().stage() == stage && year.equals(f.context().year()))
            .filter(f -> f.context().fund() == of.fund() && haveSameItem(f.context(), of))
            .filter(
                f -> of.perimeter() == null || f.context().perimeter() == of.perimeter())
            .toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static boolean haveSameItem(FactContext one, FactContext other) {
    return one.code() == null || other.code() == null
        ? Objects.equals(one.item(), other.item())
        : one.code().equals(other.code());
  }

  private Stream<TableAnswers.Answer> answer(List<Checked> group) {
    long agreeing = group.stream().filter(Checked::agrees).count();
    boolean confirmed =
        agreeing >= FEWEST_AGREEING && agreeing >= MAJORITY * (group.size() - agreeing);
    return group.stream()
        .map(
            c ->
                new TableAnswers.Answer(
                    RuleBook.rule(RULE),
                    c.agrees()
                        ? CheckResult.AGREES
                        : confirmed ? createFinding(c) : UNCONFIRMED));
  }

  private CheckResult createFinding(Checked one) {
    StatedRate rate = one.stated();
    String amount = one.amount().printed() + one.amount().unit();
    String base = one.base().printed() + one.base().unit();
    String terms =
        one.rate().reference() instanceof Fact.Reference r && r.rateOf() == Fact.RateOf.CHANGE
            ? "(" + amount + " − " + base + ") ÷ " + base
            : amount + " ÷ " + base;
    return FindingDraft.at(RULE, facts.place(one.rate().places().getFirst()))
        .withNumbers(rate.printedText(), rate.computedText())
        .withFormula(terms, rate.computedText(), rate.printedText())
        .withBase(one.base().value())
        .withOtherPlace(facts.place(one.base().places().getFirst()))
        .report(rate.computedText(), rate.printedText());
  }
}
