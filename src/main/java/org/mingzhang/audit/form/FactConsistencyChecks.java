package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.text.PatternTable;

/**
 * Checks that the values that a document states for one fact agree. The value with the most
 * locations is the reference; in a tie, one that another section states and then one of a table is
 * preferred. Each location with a contradicting value is one finding.
 */
final class FactConsistencyChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FactConsistencyChecks.class);
  private static final Pattern TERRITORY_WORD = PATTERNS.get("territory-word");

  private final DocumentFacts facts;
  private final CheckedProseNumbers numbers;
  private final List<RuleResult> results = new ArrayList<>();

  private FactConsistencyChecks(DocumentFacts facts) {
    this.facts = facts;
    this.numbers = CheckedProseNumbers.forDocument(facts.document());
  }

  /** What identifies a fact besides its account: its context, kind and reference. */
  private record FactDimensions(
      FactContext context, Fact.Kind kind, Fact.@Nullable ReferenceAmount reference) {
    /** The dimensions of a fact, its item identified by its code, if it has one. */
    static FactDimensions of(Fact fact) {
      FactContext context = fact.context();
      FactContext byCode =
          context.code() == null ? context : context.withItem(null, context.code());
      return new FactDimensions(byCode, fact.kind(), fact.reference());
    }
  }

  static List<RuleResult> checkAll(AuditedDocument document) {
    FactConsistencyChecks same = new FactConsistencyChecks(DocumentFacts.forDocument(document));
    for (List<Fact> account : same.facts.allFacts()) {
      if (same.facts.isInChartOfAccounts(account.getFirst())) {
        account.stream()
            .collect(
                Collectors.groupingBy(FactDimensions::of, LinkedHashMap::new, Collectors.toList()))
            .values()
            .forEach(same::check);
      }
    }
    return same.results;
  }

  private void check(List<Fact> stated) {
    List<Fact> group =
        stated.stream()
            .filter(f -> !facts.isInContradictoryTable(f))
            .flatMap(f -> facts.withoutDisorderedTables(f).stream())
            .toList();
    if (group.size() == 1 && group.getFirst().locations().size() > 1) {
      addResult(group.getFirst(), group.getFirst(), CheckResult.AGREES);
    }
    if (group.size() < 2 || !facts.areContradictory(group)) {
      return;
    }
    Fact reference = chooseReference(group);
    for (Fact fact : group) {
      if (!fact.equals(reference)) {
        addResults(fact, reference);
      }
    }
  }

  private void addResults(Fact fact, Fact reference) {
    if (facts.isWithinRounding(fact, reference)) {
      addResult(fact, reference, CheckResult.AGREES);
      return;
    }
    String doubt =
        facts.differByStatedBalance(fact, reference)
            ? "may-include-balance"
            : !DocumentFacts.isInTable(fact) && facts.agreesWithOtherTableColumn(fact)
                ? "other-amount-agrees"
                : facts.mayBeOfOneFund(fact, reference) ? "fund-in-doubt" : null;
    if (doubt != null) {
      QuoteLocation quoted = facts.quoteLocation(fact.locations().getFirst());
      addResult(fact, reference, CheckResult.undecided(doubt).withLocation(quoted));
      return;
    }
    boolean top =
        facts.isTopLevelAccountOfAgency(fact)
            && fact.context().item() == null
            && !isChangeOrRate(fact);
    if ((!top
            && !areInDifferentSections(fact, reference)
            && !haveSwappedDigitsInProse(fact, reference))
        || (isChangeOrRate(fact)
            && (fact.kind() != Fact.Kind.CHANGE || !facts.document().isFinalAccount()))) {
      return;
    }
    for (FactLocation location : fact.locations()) {
      results.add(createResult(fact, location, reference));
    }
  }

  /**
   * Whether two amounts without an item that only sentences state differ by two swapped digits.
   * Other values for one fact in one section usually mean different things.
   */
  private static boolean haveSwappedDigitsInProse(Fact fact, Fact reference) {
    return fact.kind() == Fact.Kind.AMOUNT
        && fact.context().item() == null
        && !DocumentFacts.isInTable(fact)
        && !DocumentFacts.isInTable(reference)
        && fact.unit().equals(reference.unit())
        && PrintedNumbers.differBySwappedDigits(
            PrintedNumbers.parse(fact.printed()), PrintedNumbers.parse(reference.printed()));
  }

  private static boolean isChangeOrRate(Fact fact) {
    return fact.kind() != Fact.Kind.AMOUNT && fact.kind() != Fact.Kind.COUNT;
  }

  /**
   * Whether no section states both values. Two values in one section usually mean different things.
   */
  private static boolean areInDifferentSections(Fact one, Fact other) {
    return one.locations().stream()
        .noneMatch(
            p -> other.locations().stream().anyMatch(o -> o.sectionPath().equals(p.sectionPath())));
  }

  /**
   * The value with the most locations. Of several, it is the one that another section states, then
   * that with the most cells, then one that no sum or rate of its sentence contradicts, then the
   * last in reading order (of changes the first).
   */
  private Fact chooseReference(List<Fact> group) {
    return (isChangeOrRate(group.getFirst()) ? group : group.reversed())
        .stream()
            .max(
                Comparator.<Fact>comparingInt(f -> f.locations().size())
                    .thenComparing(f -> facts.isStatedElsewhere(f.value(), f))
                    .thenComparingInt(
                        f -> (int) f.locations().stream().filter(p -> isInTableCell(p)).count())
                    .thenComparing(f -> !numbers.isWrongTotal(f))
                    .thenComparing(f -> !numbers.isInWrongRate(f))
                    .thenComparing(numbers::isConfirmed))
            .orElse(group.getFirst());
  }

  private static boolean isInTableCell(FactLocation location) {
    return location.cell() != null;
  }

  private void addResult(Fact fact, Fact reference, CheckResult check) {
    boolean odd = isInTableCell(fact.locations().getFirst());
    results.add(
        RuleResult.forMessage(chooseRuleId(fact, odd, DocumentFacts.isInTable(reference)), check));
  }

  private static String chooseRuleId(
      Fact fact, boolean isDeviatingValueInTable, boolean isReferenceValueInTable) {
    if (isChangeOrRate(fact)) {
      return "same-change";
    }
    boolean ofItem = fact.context().item() != null;
    return isDeviatingValueInTable && isReferenceValueInTable
        ? ofItem ? "class-rows" : "table-against-table"
        : !isDeviatingValueInTable && !isReferenceValueInTable
            ? "same-figure"
            : ofItem ? "item-against-table" : "text-against-table";
  }

  private RuleResult createResult(Fact deviating, FactLocation location, Fact reference) {
    FactLocation against =
        reference.locations().stream()
            .filter(FactConsistencyChecks::isInTableCell)
            .findFirst()
            .orElse(
                isInTableCell(location)
                    ? reference.locations().getFirst()
                    : reference.locations().getLast());
    String rule = chooseRuleId(deviating, isInTableCell(location), isInTableCell(against));
    QuoteLocation quotedLocation = facts.quoteLocation(location);
    QuoteLocation otherLocation = facts.quoteLocation(against);
    if (!scopeWords(location, quotedLocation).equals(scopeWords(against, otherLocation))) {
      return RuleResult.forMessage(
          rule, CheckResult.undecided("other-scope").withLocation(quotedLocation));
    }
    String stated = deviating.printed() + deviating.unit();
    String other = reference.printed() + reference.unit();
    return RuleResult.forMessage(
        rule,
        FindingDraft.create(rule, quotedLocation)
            .setUnequalNumbers(stated, other)
            .setOtherLocation(otherLocation)
            .toResult(stated, other, nameWithFund(deviating), nameWithFund(deviating)));
  }

  /**
   * The account, with its fund in brackets unless the fund is that of all money or part of the
   * name.
   */
  private static String nameWithFund(Fact fact) {
    Fund fund = fact.context().fund();
    return fund == null || fund == Fund.ALL || fact.account().contains(fund.label())
        ? fact.account()
        : fact.account() + "（" + fund.label() + "）";
  }

  /**
   * The words of a sentence that relate its amount to all bodies of a region (全县) or to the bodies
   * of the region's own level (县直); empty for a cell, or if there are no such words.
   */
  private static String scopeWords(FactLocation location, QuoteLocation quote) {
    Matcher scope = TERRITORY_WORD.matcher(quote.quote());
    return !isInTableCell(location) && scope.find() ? scope.group() : "";
  }
}
