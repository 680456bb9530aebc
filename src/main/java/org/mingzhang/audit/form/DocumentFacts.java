package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.text.PatternTable;

/**
 * The facts of a document by account and by value, for the identities of the standard forms. Facts
 * without a stage, and facts of a part of the year or on another basis, are left out.
 */
final class DocumentFacts {
  /** Marks that separate a clause from the next and are not quoted with it. */
  private static final Pattern TRAILING_CLAUSE_STOPS = Pattern.compile("[，、；：,;:\\s]+$");

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(DocumentFacts.class);

  private static final Pattern BALANCE_NAME = PATTERNS.get("balance");

  private final AuditedDocument document;
  private final ChartOfAccounts chart;
  private final Map<String, List<Fact>> factsByAccount = new LinkedHashMap<>();
  private final Map<BigDecimal, List<Fact>> factsByValue = new HashMap<>();
  private final TableItemAmounts tableItems = new TableItemAmounts();
  private final FactPrecision precision;

  /** Whether the document is a government's and its facts name exactly one perimeter. */
  private final boolean hasSinglePerimeter;

  private DocumentFacts(AuditedDocument audited) {
    this.document = audited;
    this.chart = DocumentChartSelector.forDocument(audited.disclosure());
    AccountLocationFilter places = new AccountLocationFilter(audited, chart);
    TableItemNames items = new TableItemNames(audited.disclosure().facts());
    for (Fact all : audited.disclosure().facts()) {
      Fact fact = places.restrictToWholeAccount(items.resolveItem(all));
      if (fact != null && isOfWholeYear(fact)) {
        factsByAccount.computeIfAbsent(fact.account(), a -> new ArrayList<>()).add(fact);
        tableItems.add(fact);
        factsByValue
            .computeIfAbsent(fact.value().stripTrailingZeros(), v -> new ArrayList<>())
            .add(fact);
      }
    }
    this.precision = new FactPrecision(audited.disclosure().facts());
    this.hasSinglePerimeter =
        isDocumentOfGovernment()
            && audited.disclosure().facts().stream()
                    .flatMap(f -> Stream.ofNullable(f.context().perimeter()))
                    .distinct()
                    .count()
                == 1;
  }

  static DocumentFacts forDocument(AuditedDocument audited) {
    return audited.computeOnce(DocumentFacts.class, DocumentFacts::new);
  }

  /** Whether the document states an amount carried over from or to another year. */
  boolean statesNonzeroBalance() {
    return document.disclosure().facts().stream()
        .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value().signum() != 0)
        .anyMatch(
            f ->
                chart
                    .findAccount(f.account())
                    .filter(a -> a.nature() == Account.Nature.BALANCE)
                    .isPresent());
  }

  /** Whether the account of a fact is one of the chart of accounts. */
  boolean isInChartOfAccounts(Fact fact) {
    return chart.findAccount(fact.account()).isPresent();
  }

  /**
   * Whether the account of a fact has no parent in the chart. False for a government's report,
   * which states each account for the whole territory, for its own level and for lower levels.
   */
  boolean isTopLevelAccountOfAgency(Fact fact) {
    return !isDocumentOfGovernment() && isTopLevel(fact);
  }

  /**
   * Whether the document is a government's, where the fund of balances and totals is not stated.
   */
  boolean isDocumentOfGovernment() {
    return chart.equals(ChartOfAccounts.governments());
  }

  /** Whether a fact's account is in the chart and is not part of another account. */
  private boolean isTopLevel(Fact fact) {
    return chart.findAccount(fact.account()).filter(a -> a.parent().isEmpty()).isPresent();
  }

  private static boolean isOfWholeYear(Fact fact) {
    FactContext context = fact.context();
    return context.period() == null && context.basis() == null && context.stage() != null;
  }

  List<Fact> factsOfAccount(String account) {
    return factsByAccount.getOrDefault(account, List.of());
  }

  Collection<List<Fact>> allFacts() {
    return factsByAccount.values();
  }

  /** The values that the printed number of a fact may be rounded from; a count is exact. */
  ComputedInterval toInterval(Fact fact) {
    return precision.toInterval(fact);
  }

  /** Whether two values differ by at most two units in the last place of the less precise one. */
  boolean isWithinRounding(Fact one, Fact other) {
    return precision.isWithinRounding(one, other);
  }

  /**
   * Whether different values of one fact contradict each other. True for a fact marked as disputed
   * and, in a government's document with a single perimeter, for an amount with a known fund and
   * year that both a table and a sentence state.
   */
  boolean areContradictory(List<Fact> facts) {
    Fact first = facts.getFirst();
    FactContext context = first.context();
    return first.disputed()
        || (hasSinglePerimeter
            && first.kind() == Fact.Kind.AMOUNT
            && context.fund() != null
            && context.year() != null
            && !facts.stream().allMatch(DocumentFacts::isInProse)
            && !facts.stream().allMatch(DocumentFacts::isInTable));
  }

  /**
   * Whether a value other than zero is stated, for any account, in a section other than that of the
   * first location of a fact.
   */
  boolean isStatedElsewhere(BigDecimal value, Fact excludedFact) {
    String section = excludedFact.locations().getFirst().sectionPath();
    return value.signum() != 0
        && factsWithValue(value).stream()
            .flatMap(f -> f.locations().stream())
            .anyMatch(p -> !p.sectionPath().equals(section));
  }

  /**
   * Whether a table states the amount of an item for another fund or in another column, so that a
   * sentence that names neither fund nor column may mean that amount.
   */
  boolean agreesWithOtherTableColumn(Fact fact) {
    return tableItems.amountsOfSameItem(fact).anyMatch(other -> isWithinRounding(other, fact));
  }

  /** The facts of all accounts that have a value. */
  List<Fact> factsWithValue(BigDecimal value) {
    return factsByValue.getOrDefault(value.stripTrailingZeros(), List.of());
  }

  /**
   * Whether two values of a total of revenue or expenditure differ by a balance that the document
   * states. A total is printed with what is carried over (支出总计) or without it (支出合计…，结转下年…).
   */
  boolean differByStatedBalance(Fact one, Fact other) {
    return one.kind() == Fact.Kind.AMOUNT
        && one.context().item() == null
        && isTopLevel(one)
        && isStatedAsBalance(one.value().subtract(other.value()).abs());
  }

  /**
   * Whether an amount of an item that prose states for all funds may be the amount of one fund
   * only: its section states the total of that fund, no table gives the item by funds, and the
   * difference from the amount of all funds is at most the money of the other funds.
   */
  boolean mayBeOfOneFund(Fact fact, Fact ofAllFunds) {
    BigDecimal gap = ofAllFunds.value().subtract(fact.value());
    FactContext context = fact.context();
    if (isInTable(fact)
        || fact.kind() != Fact.Kind.AMOUNT
        || context.item() == null
        || context.fund() != Fund.ALL
        || gap.signum() <= 0
        || tableItems.amountsOfSameItem(fact).anyMatch(f -> f.context().fund() != Fund.ALL)) {
      return false;
    }
    String section = fact.locations().getFirst().sectionPath();
    FactContext total = context.withItem(null, null);
    return allFacts().stream()
        .flatMap(List::stream)
        .filter(f -> f.context().fund() != Fund.ALL && f.context().withFund(Fund.ALL).equals(total))
        .filter(f -> chart.findAccount(f.account()).filter(this::isExpenditureOfFund).isPresent())
        .filter(
            f ->
                f.locations().stream()
                    .anyMatch(p -> p.cell() == null && section.startsWith(p.sectionPath())))
        .anyMatch(
            f ->
                factsOfAccount(fact.account()).stream()
                    .filter(all -> all.context().equals(total))
                    .anyMatch(all -> gap.compareTo(all.value().subtract(f.value())) <= 0));
  }

  private boolean isExpenditureOfFund(Account account) {
    Account all = chart.findAccount(chart.functionallyClassifiedAccount()).orElse(null);
    return all != null && chart.narrowToFund(all, account.ownFund()).equals(account);
  }

  /** Whether a fact or a labeled number of prose states this amount in 元 as a balance. */
  boolean isStatedAsBalance(BigDecimal amount) {
    return factsByValue.getOrDefault(amount.stripTrailingZeros(), List.of()).stream()
            .anyMatch(f -> BALANCE_NAME.matcher(f.account()).find())
        || document.statements().stream()
            .flatMap(s -> s.numbers().stream())
            .anyMatch(
                n ->
                    n.isMoney()
                        && n.quantity().value().compareTo(amount) == 0
                        && BALANCE_NAME.matcher(n.label()).find());
  }

  /**
   * The location to quote in a finding: for a cell, its row in its block of columns; for a number
   * in prose, the clause.
   */
  QuoteLocation quoteLocation(FactLocation location) {
    FactLocation.Cell cell = location.cell();
    if (cell == null) {
      return new QuoteLocation(
          location.sectionPath(),
          location.page(),
          TRAILING_CLAUSE_STOPS.matcher(location.quote()).replaceFirst(""));
    }
    AccountTable table = document.tables().get(cell.tableIndex());
    String words =
        table.columns().blocks().stream()
            .filter(b -> b.amountColumns().contains(cell.column()))
            .findFirst()
            .map(b -> table.quote(cell.row(), b))
            .orElseGet(() -> table.quote(cell.row(), 0, table.data().header().size() - 1));
    return FindingDraft.locationOf(table, cell.row(), words);
  }

  /**
   * Whether a fact is stated in a row whose numbers contradict each other, or only in disordered
   * tables.
   */
  boolean isInContradictoryTable(Fact fact) {
    Set<QuoteLocation> broken = TableIdentityResults.checkAll(document).reportedRows();
    return withoutDisorderedTables(fact).isEmpty()
        || fact.locations().stream()
            .filter(p -> p.cell() != null)
            .map(this::quoteLocation)
            .anyMatch(p -> broken.contains(new QuoteLocation(p.sectionPath(), 0, p.quote())));
  }

  /**
   * A fact without its locations in {@linkplain TableIdentityResults#disorderedTables disordered
   * tables}; empty if it has no other location.
   */
  Optional<Fact> withoutDisorderedTables(Fact fact) {
    Set<Integer> disordered = TableIdentityResults.checkAll(document).disorderedTables();
    if (disordered.isEmpty()) {
      return Optional.of(fact);
    }
    List<FactLocation> places =
        fact.locations().stream()
            .filter(p -> p.cell() == null || !disordered.contains(p.cell().tableIndex()))
            .toList();
    return places.isEmpty() ? Optional.empty() : Optional.of(fact.withLocations(places));
  }

  static boolean isInTable(Fact fact) {
    return fact.locations().stream().anyMatch(p -> p.cell() != null);
  }

  static boolean isInProse(Fact fact) {
    return fact.locations().stream().anyMatch(p -> p.cell() == null);
  }

  /** The first location of a fact in a sentence, which must exist. */
  static FactLocation proseLocation(Fact fact) {
    return fact.locations().stream().filter(p -> p.cell() == null).findFirst().orElseThrow();
  }

  AuditedDocument document() {
    return document;
  }
}
