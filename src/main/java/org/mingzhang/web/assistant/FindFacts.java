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
import org.mingzhang.account.Chart;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Scope;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchAddress;

/** Finds amounts, changes, rates and counts by account and context. */
record FindFacts(AssistantSources library) implements AssistantTool {
  private static final ToolWords WORDS =
      new ToolWords(
          "facts",
          "查数 Look facts up",
          "What documents state of an account, asked for by its Chinese name: values in yuan with"
              + " stage (budget, result …), fund, perimeter and year, each with the places that"
              + " say it. Never mix stages, funds or perimeters. A disputed fact has another value"
              + " elsewhere in the same document. Without items: agencies as a whole.");

  private static final int OFFERED = 12;

  @Override
  public ToolWords words() {
    return WORDS;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchema()
        .text("account", "name of the account in Chinese; left out: all accounts")
        .whose()
        .choice("stage", "step of the budget cycle", labels(Stage.values()))
        .choice("fund", "which money", labels(Fund.values()))
        .choice("perimeter", "how much of the accounts", labels(Perimeter.values()))
        .choice(
            "kind",
            "what is measured",
            Arrays.stream(Fact.Kind.values()).map(Fact.Kind::id).toList())
        .text("item", "budget item or project by its printed name")
        .text("code", "functional or economic classification code of the item")
        .flag("items", "amounts of single items and projects too")
        .flag("disputed", "only facts of which the document gives two values")
        .choice("sort", "order (relevance)", List.of("relevance", "year", "amount", "amount_asc"))
        .paged()
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
  public String answer(Arguments arguments, CallContext asking) {
    return new KeptAnswer(library, "facts")
        .of(arguments, (answer, kept) -> find(answer, kept, arguments, asking));
  }

  private void find(ToolAnswer answer, KeptCoverage kept, Arguments arguments, CallContext asking) {
    SearchResults found =
        new FoundPages(library, hit -> new FactAnswer(library, asking).of(hit))
            .into(answer, address(arguments, kept), PageCursor.of(arguments), asking);
    if (found.total() == 0) {
      offer(answer, arguments.text("account", ""));
    }
  }

  private SearchAddress address(Arguments arguments, KeptCoverage kept) {
    SearchAddress address = Filters.of("", Scope.FACTS, kept, Dimension.FACT_YEAR);
    String asked = arguments.text("account");
    Optional<AccountName> known = asked == null ? Optional.empty() : inChart(asked);
    String account =
        asked == null ? null : known.map(k -> k.account().name()).orElse(Chart.normalize(asked));
    address = Filters.with(address, Dimension.ACCOUNT, account);
    String stage = known.map(AccountName::stage).map(Stage::label).orElse(null);
    String fund = known.map(AccountName::fund).map(Fund::label).orElse(null);
    address = Filters.with(address, Dimension.STAGE, either(arguments.text("stage"), stage));
    address = Filters.with(address, Dimension.FUND, either(arguments.text("fund"), fund));
    address = Filters.with(address, Dimension.PERIMETER, arguments.text("perimeter"));
    address = Filters.with(address, Dimension.FACT_KIND, arguments.text("kind"));
    address = Filters.with(address, Dimension.CODE, arguments.text("code"));
    String item = arguments.text("item");
    boolean whole = !arguments.flag("items") && arguments.text("code") == null;
    address =
        Filters.with(
            address, Dimension.ITEM, either(item, whole ? SearchRequest.NOT_STATED : null));
    address = Filters.with(address, Dimension.DISPUTED, arguments.flag("disputed") ? "true" : null);
    return address.sorted(
        SearchRequest.Sort.valueOf(arguments.text("sort", "relevance").toUpperCase(Locale.ROOT)));
  }

  private static @Nullable String either(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  private static Optional<AccountName> inChart(String name) {
    return Chart.standard().find(name).or(() -> Chart.governments().find(name));
  }

  /** Accounts with such a name, where the one that was asked for has nothing. */
  private void offer(ToolAnswer answer, String account) {
    SearchRequest all = SearchAddress.of("", Scope.FACTS).request();
    Map<String, Long> offered = new LinkedHashMap<>();
    String part = account.substring(0, Math.min(account.length(), 20));
    library
        .search()
        .facet(all, Dimension.ACCOUNT, part, OFFERED)
        .forEach(v -> offered.put(DocumentText.clean(v.path(), 40), v.count()));
    answer.put("accounts_with_such_a_name", offered.isEmpty() ? null : offered);
  }
}
