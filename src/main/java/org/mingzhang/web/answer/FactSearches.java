package org.mingzhang.web.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchUrl;

/**
 * The searches for the facts that a question is about.
 *
 * @param question the question
 * @param documents the documents of all agencies in the archive
 */
record FactSearches(NumericQuestion question, Map<KnownAgency, List<Hit>> documents) {
  /** Maximum number of values of a filter by agency or region. */
  private static final int MAX_FILTER_VALUES = 64;

  private static final List<Fact.Kind> KINDS =
      List.of(Fact.Kind.AMOUNT, Fact.Kind.COUNT, Fact.Kind.CHANGE, Fact.Kind.RATE);

  /**
   * Searches for the account itself, and for the account as an item of another account, since
   * tables of the economic classification list 会议费 below 公用经费.
   */
  List<SearchRequest> createRequests() {
    String name = question.account().account().name();
    SearchUrl facts = SearchUrl.of("", SearchScope.FACTS);
    SearchUrl account =
        facts
            .withToggled(FacetDimension.ACCOUNT, name)
            .withToggled(FacetDimension.ITEM, SearchRequest.NOT_STATED);
    SearchUrl item = facts.withToggled(FacetDimension.ITEM, name);
    for (Account whole : findWholesOfItem(question.account().account())) {
      item = item.withToggled(FacetDimension.ACCOUNT, whole.name());
    }
    return Stream.of(account, item).map(searchUrl -> withFilters(searchUrl).request()).toList();
  }

  /**
   * The accounts that an item of the economic classification is a part of; empty for accounts of
   * the chart, which are looked for as items of any account.
   */
  private static List<Account> findWholesOfItem(Account account) {
    ChartOfAccounts chart = ChartOfAccounts.agencies();
    Optional<Account> widest =
        chart.findAccount(account.name()).isPresent()
            ? Optional.empty()
            : account.parent().flatMap(chart::findAccount);
    return widest.stream()
        .flatMap(whole -> chart.accounts().stream().filter(part -> chart.isWithin(part, whole)))
        .toList();
  }

  private SearchUrl withFilters(SearchUrl unfiltered) {
    SearchUrl searchUrl = unfiltered;
    for (Fact.Kind kind : KINDS) {
      searchUrl = searchUrl.withToggled(FacetDimension.FACT_KIND, kind.id());
    }
    Set<Integer> years = new TreeSet<>(question.years());
    question.years().forEach(year -> years.add(year - 1));
    boolean ofOneAgency = !question.subject().isList();
    for (int year : ofOneAgency ? Set.<Integer>of() : years) {
      searchUrl = searchUrl.withToggled(FacetDimension.FACT_YEAR, Integer.toString(year));
    }
    return withSubjectFilter(searchUrl);
  }

  /**
   * Filters by the agencies of the subject. If there are too many agencies or one has no known
   * name, filters by their regions. If there are also too many regions or one is unknown, does not
   * filter.
   */
  private SearchUrl withSubjectFilter(SearchUrl searchUrl) {
    NumericQuestion.AskedAgencies subject = question.subject();
    if (subject.askedName().isEmpty()) {
      return searchUrl;
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> regions = new LinkedHashSet<>();
    for (KnownAgency agency : subject.agencies()) {
      documents.getOrDefault(agency, List.of()).stream()
          .map(hit -> Objects.requireNonNullElse(hit.agency(), ""))
          .forEach(names::add);
      regions.add(String.join("/", agency.region()));
    }
    boolean named = names.size() <= MAX_FILTER_VALUES && !names.contains("");
    Set<String> chosen = named ? names : regions;
    if (!named && (regions.size() > MAX_FILTER_VALUES || regions.contains(""))) {
      return searchUrl;
    }
    SearchUrl narrowed = searchUrl;
    for (String value : chosen) {
      narrowed = narrowed.withToggled(named ? FacetDimension.AGENCY : FacetDimension.REGION, value);
    }
    return narrowed;
  }
}
