package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.AmountFinder;
import org.mingzhang.text.PatternTable;

/**
 * The facts of a document by account and by value, for the identities of the standard forms. Facts
 * without a stage, and facts of a part of the year or on another basis, are left out.
 */
final class DocumentFacts {
  /** Marks that separate a clause from the next and are not quoted with it. */
  private static final Pattern CLAUSE_STOPS = Pattern.compile("[，、；：,;:\\s]+$");

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(DocumentFacts.class);
  private static final Pattern LIST_SUM = PATTERNS.get("list-sum");

  private static final BigDecimal CENT_OF_WAN_YUAN = BigDecimal.valueOf(100);
  private static final int POWER_OF_WAN = 4;

  /** Words that show that a number belongs to the accounts, in any section. */
  private static final String ACCOUNT_WORDS = "决算报表";

  private static final Pattern BALANCE = PATTERNS.get("balance");
  private static final String YEAR_END = "年末";

  /** Topics of sections about a single account or fund. */
  private static final Set<Topic> ACCOUNT_TOPICS =
      EnumSet.of(Topic.THREE_PUBLIC, Topic.OPERATING_EXPENSES, Topic.PROCUREMENT);

  private final AuditedDocument document;
  private final ChartOfAccounts chart;
  private final Map<String, List<Fact>> factsByAccount = new LinkedHashMap<>();
  private final Map<BigDecimal, List<Fact>> factsByValue = new HashMap<>();
  private final TableItemAmounts tableItems = new TableItemAmounts();
  private final boolean printsCents;

  /** Whether the document is a government's and its facts name exactly one perimeter. */
  private final boolean hasSinglePerimeter;

  private DocumentFacts(AuditedDocument audited) {
    this.document = audited;
    this.chart = DocumentChartSelector.forDocument(audited.disclosure());
    TableItemNames items = new TableItemNames(audited.disclosure().facts());
    for (Fact all : audited.disclosure().facts()) {
      Fact fact = restrictToAccountLocations(items.resolveItem(all));
      if (fact != null && isOfWholeYear(fact)) {
        factsByAccount.computeIfAbsent(fact.account(), a -> new ArrayList<>()).add(fact);
        tableItems.add(fact);
        factsByValue
            .computeIfAbsent(fact.value().stripTrailingZeros(), v -> new ArrayList<>())
            .add(fact);
      }
    }
    this.printsCents = printsCents(audited.disclosure().facts());
    this.hasSinglePerimeter =
        isOfGovernment()
            && audited.disclosure().facts().stream()
                    .flatMap(f -> Stream.ofNullable(f.context().perimeter()))
                    .distinct()
                    .count()
                == 1;
  }

  static DocumentFacts of(AuditedDocument audited) {
    return audited.computeOnce(DocumentFacts.class, DocumentFacts::new);
  }

  /**
   * A fact restricted to its locations in tables and in sections about the agency's accounts, since
   * elsewhere a sentence may use the same name for something else; null if it has no such location.
   * Facts whose account is not in the chart are returned unchanged.
   */
  private @Nullable Fact restrictToAccountLocations(Fact fact) {
    if (!isInChartOfAccounts(fact)) {
      return fact;
    }
    boolean own =
        chart
            .findAccount(fact.account())
            .filter(a -> a.fund().isPresent() || a.nature() == Account.Nature.COUNT)
            .isPresent();
    List<FactLocation> places =
        fact.locations().stream().filter(p -> statesWholeAccount(p, own)).toList();
    return places.isEmpty() ? null : fact.withLocations(places);
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
   * which states each account for the whole territory, for its own level and for those below.
   */
  boolean isTopLevelAccountOfAgency(Fact fact) {
    return !isOfGovernment() && isTopLevel(fact);
  }

  /**
   * Whether the document is a government's, where the fund of balances and totals is not stated.
   */
  boolean isOfGovernment() {
    return chart.equals(ChartOfAccounts.governments());
  }

  /** Whether a fact's account is in the chart and is not part of another account. */
  private boolean isTopLevel(Fact fact) {
    return chart.findAccount(fact.account()).filter(a -> a.parent().isEmpty()).isPresent();
  }

  /**
   * Whether a location states an account as a whole and not a part of it. This is so for every
   * location in a table. In prose it is so in a government's document, in sections about totals and
   * for clauses that mention 决算报表, but never for a clause that states the sum of a list (合计支出…).
   *
   * @param hasOwnFundOrIsCount whether the account has a fund of its own or is a count; sections
   *     about such accounts are then accepted as well
   */
  private boolean statesWholeAccount(FactLocation location, boolean hasOwnFundOrIsCount) {
    if (location.cell() == null && LIST_SUM.matcher(location.quote()).find()) {
      return false;
    }
    Topic topic = document.findSection(location.section()).map(Section::topic).orElse(Topic.OTHER);
    return location.cell() != null
        || isOfGovernment()
        || location.quote().contains(ACCOUNT_WORDS)
        || topic.statesTotals()
        || (hasOwnFundOrIsCount && ACCOUNT_TOPICS.contains(topic));
  }

  private static boolean isOfWholeYear(Fact fact) {
    FactContext context = fact.context();
    return context.period() == null && context.basis() == null && context.stage() != null;
  }

  /**
   * Whether at least two thirds of the nonzero amounts in 万元 have decimals, so that the others are
   * taken to be exact to 0.01 万元 too; true if there are no such amounts.
   */
  private static boolean printsCents(Collection<Fact> facts) {
    List<Fact> amounts =
        facts.stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.unit().equals("万元"))
            .filter(f -> f.value().signum() != 0)
            .toList();
    long fine = amounts.stream().filter(f -> f.printed().indexOf('.') >= 0).count();
    return fine * 3 >= amounts.size() * 2L;
  }

  List<Fact> factsOfAccount(String account) {
    return factsByAccount.getOrDefault(account, List.of());
  }

  Collection<List<Fact>> allFacts() {
    return factsByAccount.values();
  }

  /** The values that the printed number of a fact may be rounded from; a count is exact. */
  ComputedInterval toInterval(Fact fact) {
    return fact.kind() == Fact.Kind.COUNT
        ? ComputedInterval.exactly(fact.value())
        : ComputedInterval.ofPrinted(fact.value(), unitInLastPlace(fact), false);
  }

  /**
   * Whether different values of one fact contradict each other. This is so for a fact marked as
   * disputed and, in a government's document with a single perimeter, for an amount with a known
   * fund and year that both a table and a sentence state.
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
    int power = AmountFinder.powerOfTenOrZero(fact.unit());
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(power - digits).max(BigDecimal.ONE);
    return printsCents && power == POWER_OF_WAN ? step.min(CENT_OF_WAN_YUAN) : step;
  }

  /**
   * Whether a value other than zero is stated, for any account, in a section other than that of the
   * first location of a fact.
   */
  boolean isStatedElsewhere(BigDecimal value, Fact excludedFact) {
    String section = excludedFact.locations().getFirst().section();
    return value.signum() != 0
        && factsWithValue(value).stream()
            .flatMap(f -> f.locations().stream())
            .anyMatch(p -> !p.section().equals(section));
  }

  /**
   * Whether a table states the amount of an item for another fund or in another column, so that a
   * sentence that does not name them may mean these.
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
   * Whether a government states a balance at the end of the year for the fund of a total of
   * expenditure. That total may then be less than the total of revenue.
   */
  boolean statesYearEndBalanceOfGovernment(Fact total) {
    return isOfGovernment()
        && document.disclosure().facts().stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value().signum() != 0)
            .filter(f -> YEAR_END.equals(f.context().instant()))
            .filter(f -> f.context().fund() == total.context().fund())
            .anyMatch(f -> BALANCE.matcher(f.account()).find());
  }

  /** Whether a fact or a labeled number of prose states this amount in 元 as a balance. */
  boolean isStatedAsBalance(BigDecimal amount) {
    return factsByValue.getOrDefault(amount.stripTrailingZeros(), List.of()).stream()
            .anyMatch(f -> BALANCE.matcher(f.account()).find())
        || document.statements().stream()
            .flatMap(s -> s.numbers().stream())
            .anyMatch(
                n ->
                    n.isMoney()
                        && n.quantity().value().compareTo(amount) == 0
                        && BALANCE.matcher(n.label()).find());
  }

  /**
   * The location to quote in a finding: for a cell, its row in its block of columns; for a number
   * in prose, the clause.
   */
  QuoteLocation quoteLocation(FactLocation location) {
    FactLocation.Cell cell = location.cell();
    if (cell == null) {
      return new QuoteLocation(
          location.section(),
          location.page(),
          CLAUSE_STOPS.matcher(location.quote()).replaceFirst(""));
    }
    AccountTable table = document.tables().get(cell.table());
    String words =
        table.columns().blocks().stream()
            .filter(b -> b.amounts().contains(cell.column()))
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
    Set<QuoteLocation> broken = TableIdentityResults.checkAll(document).broken();
    return withoutDisorderedTables(fact).isEmpty()
        || fact.locations().stream()
            .filter(p -> p.cell() != null)
            .map(this::quoteLocation)
            .anyMatch(p -> broken.contains(new QuoteLocation(p.section(), 0, p.quote())));
  }

  /**
   * A fact without its locations in {@linkplain TableIdentityResults#disordered disordered tables};
   * empty if it has no other location.
   */
  Optional<Fact> withoutDisorderedTables(Fact fact) {
    Set<Integer> disordered = TableIdentityResults.checkAll(document).disordered();
    if (disordered.isEmpty()) {
      return Optional.of(fact);
    }
    List<FactLocation> places =
        fact.locations().stream()
            .filter(p -> p.cell() == null || !disordered.contains(p.cell().table()))
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
