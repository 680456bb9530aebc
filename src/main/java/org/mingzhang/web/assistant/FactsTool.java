package org.mingzhang.web.assistant;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchUrl;

/** The tool {@code facts}: amounts, changes, rates and counts by account and context. */
record FactsTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "facts",
          "查数 Look facts up",
          "What documents state of an account, given by its Chinese name: values in yuan with"
              + " stage (budget, result …), fund, perimeter and year, each with the places that"
              + " state it. Never mix stages, funds or perimeters. A disputed fact has another"
              + " value elsewhere in the same document. Without items: agencies as a whole.");

  private static final int MAX_ACCOUNTS = 12;

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder()
        .addText("account", "name of the account in Chinese; left out: all accounts")
        .addDocumentFilters()
        .addChoice("stage", "step of the budget cycle", labels(Stage.values()))
        .addChoice("fund", "which money", labels(Fund.values()))
        .addChoice("perimeter", "how much of the accounts", labels(Perimeter.values()))
        .addChoice(
            "kind",
            "what is measured",
            Arrays.stream(Fact.Kind.values()).map(Fact.Kind::id).toList())
        .addText("item", "budget item or project by its printed name")
        .addText("code", "functional or economic classification code of the item")
        .addFlag("items", "amounts of single items and projects too")
        .addFlag("disputed", "only facts of which the document gives two values")
        .addChoice(
            "sort", "order (relevance)", List.of("relevance", "year", "amount", "amount_asc"))
        .addPagingArguments()
        .build();
  }

  private static List<String> labels(Enum<?>[] values) {
    return Stream.of(values)
        .map(
            v ->
                switch (v) {
                  case Stage stage -> stage.label();
                  case Fund fund -> fund.label();
                  case Perimeter perimeter -> perimeter.label();
                  default -> v.name();
                })
        .toList();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    return new CoverageAnswerBuilder(services, "facts")
        .buildJson(arguments, (answer, filter) -> addFacts(answer, filter, arguments, call));
  }

  private void addFacts(
      ToolAnswerBuilder answer,
      CoverageFilter filter,
      ToolArguments arguments,
      ToolCallContext call) {
    SearchResults found =
        new HitPager(services, hit -> new FactJsonBuilder(services, call).build(hit))
            .addTo(answer, createSearchUrl(arguments, filter), PageCursor.parse(arguments), call);
    if (found.total() == 0) {
      addSimilarAccounts(answer, arguments.text("account", ""));
    }
  }

  private SearchUrl createSearchUrl(ToolArguments arguments, CoverageFilter filter) {
    SearchUrl searchUrl =
        FilteredSearchBuilder.build("", SearchScope.FACTS, filter, FacetDimension.FACT_YEAR);
    String requested = arguments.text("account");
    Optional<AccountName> existing =
        requested == null ? Optional.empty() : findInChartOfAccounts(requested);
    String account =
        requested == null
            ? null
            : existing.map(k -> k.account().name()).orElse(ChartOfAccounts.normalize(requested));
    searchUrl = FilteredSearchBuilder.withFilter(searchUrl, FacetDimension.ACCOUNT, account);
    String stage = existing.map(AccountName::stage).map(Stage::label).orElse(null);
    String fund = existing.map(AccountName::fund).map(Fund::label).orElse(null);
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.STAGE, firstNonNull(arguments.text("stage"), stage));
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.FUND, firstNonNull(arguments.text("fund"), fund));
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.PERIMETER, arguments.text("perimeter"));
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.FACT_KIND, arguments.text("kind"));
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.ITEM_CODE, arguments.text("code"));
    String item = arguments.text("item");
    boolean whole = !arguments.isTrue("items") && arguments.text("code") == null;
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl,
            FacetDimension.ITEM,
            firstNonNull(item, whole ? SearchRequest.NOT_STATED : null));
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.DISPUTED, arguments.isTrue("disputed") ? "true" : null);
    return searchUrl.withSort(
        SearchRequest.Sort.valueOf(arguments.text("sort", "relevance").toUpperCase(Locale.ROOT)));
  }

  private static @Nullable String firstNonNull(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  private static Optional<AccountName> findInChartOfAccounts(String name) {
    return ChartOfAccounts.agencies().find(name).or(() -> ChartOfAccounts.governments().find(name));
  }

  /**
   * Adds the accounts whose names contain the requested one, at most {@link #MAX_ACCOUNTS}, with
   * the number of their facts.
   */
  private void addSimilarAccounts(ToolAnswerBuilder answer, String account) {
    SearchRequest all = SearchUrl.of("", SearchScope.FACTS).request();
    Map<String, Long> offered = new LinkedHashMap<>();
    String part = account.substring(0, Math.min(account.length(), 20));
    services
        .search()
        .findFacetValues(all, FacetDimension.ACCOUNT, part, MAX_ACCOUNTS)
        .forEach(v -> offered.put(PromptTextSanitizer.clean(v.path(), 40), v.count()));
    answer.put("accounts_with_such_a_name", offered.isEmpty() ? null : offered);
  }
}
