package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** The result page: {@code /search}. */
public final class ResultsPage implements Handler {
  /**
   * One of several choices.
   *
   * @param label its name
   * @param count hits it has, or empty
   * @param address where it leads
   * @param current whether it is the one shown
   */
  public record Choice(String label, String count, String address, boolean current) {}

  private static final Map<Scope, List<Sort>> SORTS =
      Map.of(
          Scope.SECTIONS,
              List.of(
                  Sort.RELEVANCE,
                  Sort.YEAR,
                  Sort.YEAR_ASC,
                  Sort.REGION,
                  Sort.PUBLISHED,
                  Sort.PUBLISHED_ASC,
                  Sort.ARRIVAL),
          Scope.DOCUMENTS,
              List.of(
                  Sort.RELEVANCE,
                  Sort.YEAR,
                  Sort.YEAR_ASC,
                  Sort.REGION,
                  Sort.PUBLISHED,
                  Sort.PUBLISHED_ASC,
                  Sort.LATE,
                  Sort.ARRIVAL),
          Scope.FINDINGS,
              List.of(
                  Sort.RELEVANCE,
                  Sort.SEVERITY,
                  Sort.GAP,
                  Sort.GAP_PERCENT,
                  Sort.YEAR,
                  Sort.YEAR_ASC,
                  Sort.REGION,
                  Sort.PUBLISHED,
                  Sort.ARRIVAL),
          Scope.FIGURES,
              List.of(Sort.RELEVANCE, Sort.AMOUNT, Sort.AMOUNT_ASC, Sort.YEAR, Sort.REGION),
          Scope.FACTS,
              List.of(Sort.RELEVANCE, Sort.AMOUNT, Sort.AMOUNT_ASC, Sort.YEAR, Sort.REGION),
          Scope.INDICATORS,
              List.of(
                  Sort.RELEVANCE,
                  Sort.GAP_PERCENT,
                  Sort.GAP,
                  Sort.SCORE,
                  Sort.SCORE_ASC,
                  Sort.YEAR,
                  Sort.REGION));

  /** What stands above the hits of a search as typed. */
  public interface Panel {
    /** The model of it, null for nothing. */
    @Nullable Object above(SearchAddress address, Labels labels, Links links);

    /** Where nothing was found, a sentence on what is kept at all, or empty. */
    String instead(SearchAddress address, Labels labels);
  }

  private final Pages pages;
  private final SearchPort search;
  private final Panel panel;

  /** Shows what a search finds, and what stands above it. */
  public ResultsPage(Pages pages, SearchPort search, Panel panel) {
    this.pages = pages;
    this.search = search;
    this.panel = panel;
  }

  @Override
  public void handle(Context ctx) {
    SearchAddress asked = SearchAddress.decode(Pages.parameters(ctx));
    if (PublishedRange.isAsked(Pages.parameters(ctx))) {
      ctx.header("Location", pages.links(ctx).search(PublishedRange.of(asked, ctx))).status(303);
      return;
    }
    CorrectedSearch searched = CorrectedSearch.of(asked, search);
    SearchAddress address = searched.address();
    SearchResults results = searched.results();
    Links links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>(list(address, results, links, labels));
    model.putAll(controls(address, results, links, labels));
    Object answer = answered(address) ? panel.above(address, labels, links) : null;
    model.put("answer", answer);
    model.put("notices", searched.notices(answer != null));
    String query = address.request().query();
    String typed = searched.typed();
    model.put("query", query);
    model.put("typed", typed == null ? "" : typed);
    model.put("typedAddress", typed == null ? "" : links.search(address.asking(typed).asTyped()));
    model.put("kept", searched.wanting() ? panel.instead(address, labels) : "");
    String title = query.isEmpty() ? labels.text("results.all") : query;
    String canonical = Links.path("/search", address);
    pages.show(
        ctx,
        "results",
        new PageHead(
            title + " · " + labels.of(address.request().scope()),
            "",
            plain(address),
            canonical,
            Links.path("/search.atom", address),
            null),
        model);
  }

  /** Filters, further pages and other scopes are about the hits alone. */
  private static boolean answered(SearchAddress address) {
    Scope scope = address.request().scope();
    return address.filters() == 0
        && address.request().after() == null
        && (scope == Scope.SECTIONS || scope == Scope.FACTS || scope == Scope.DOCUMENTS);
  }

  /** Whether it is a search as typed, which may be listed elsewhere: one address for one list. */
  private static boolean plain(SearchAddress address) {
    return address.equals(SearchAddress.of(address.request().query(), address.request().scope()));
  }

  private Map<String, Object> list(
      SearchAddress address, SearchResults results, Links links, Labels labels) {
    Map<String, Object> model = new HashMap<>();
    SearchRequest request = address.request();
    model.put("address", address);
    model.put("scope", request.scope());
    model.put("results", results);
    model.put("total", AmountFormat.count(results.total()));
    model.put("millis", Math.max(1, results.tookNanos() / 1_000_000));
    model.put("hits", HitView.of(results.hits(), request, links, search));
    String next = results.next();
    model.put("next", next == null ? "" : links.search(address.following(next)));
    model.put("firstPage", links.search(address.sized(request.size())));
    model.put("chips", FacetView.chips(address, labels, links));
    model.put("unfiltered", links.search(address.unfiltered()));
    String better = results.didYouMean();
    model.put("better", better == null ? "" : better);
    model.put("betterAddress", better == null ? "" : links.search(address.asking(better)));
    model.put("relaxed", results.total() == 0 ? relaxed(address, labels, links) : List.of());
    return model;
  }

  /**
   * Amounts are facts. Figures under the names of earlier versions are offered where an address
   * asks for them, or where the index has nothing else: documents that were not read again.
   */
  private static boolean shown(Scope scope, SearchResults results) {
    Scope current = results.request().scope();
    boolean facts =
        current == Scope.FACTS || results.scopeTotals().getOrDefault(Scope.FACTS, 0L) > 0;
    return switch (scope) {
      case FACTS -> facts || current != Scope.FIGURES;
      case FIGURES -> current == Scope.FIGURES;
      default -> true;
    };
  }

  private Map<String, Object> controls(
      SearchAddress address, SearchResults results, Links links, Labels labels) {
    SearchRequest request = address.request();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "tabs",
        Arrays.stream(Scope.values())
            .filter(s -> shown(s, results))
            .map(s -> tab(address, results, s, links, labels))
            .toList());
    model.put("gaps", GapChoices.of(address, labels, links));
    model.put("published", PublishedRange.of(address, results));
    model.put("facets", FacetView.of(results, address, labels, links));
    model.put(
        "sorts",
        SORTS.getOrDefault(request.scope(), List.of()).stream()
            .map(
                s ->
                    choice(
                        sortName(s, request.scope(), labels),
                        links.search(address.sorted(s)),
                        s == request.sort()))
            .toList());
    model.put("sortLabel", sortName(request.sort(), request.scope(), labels));
    model.put(
        "groupings",
        Stream.of(Grouping.NONE, Grouping.DOCUMENT, Grouping.AGENCY)
            .map(
                g ->
                    choice(
                        labels.text("group." + g.id()),
                        links.search(address.grouped(g)),
                        g == request.grouping()))
            .toList());
    model.put(
        "collapsing",
        Stream.of(false, true)
            .map(
                copies ->
                    choice(
                        labels.text(copies ? "editions.all" : "editions.one"),
                        links.search(address.withCopies(copies)),
                        copies == request.copies()))
            .toList());
    model.put(
        "alike",
        request.scope() != Scope.SECTIONS || request.grouping() != Grouping.NONE
            ? List.of()
            : Stream.of(false, true)
                .map(
                    apart ->
                        choice(
                            labels.text(apart ? "similar.apart" : "similar.together"),
                            links.search(address.apart(apart)),
                            apart == address.apart()))
                .toList());
    model.put(
        "sizes",
        IntStream.of(20, 50, 100)
            .mapToObj(
                n -> choice(String.valueOf(n), links.search(address.sized(n)), n == request.size()))
            .toList());
    model.put("atom", Links.path("/search.atom", address.sized(50)));
    model.put("feed", Links.path("/search.json-feed", address.sized(50)));
    model.put(
        "alerts",
        pages.alerts()
            ? links.page(new QueryString().add("search", address.unpaged().encode()).on("/alerts"))
            : "");
    model.put("batch", links.page(Links.path("/batch", address.asking("").unpaged())));
    model.put("exports", exports(address, links));
    return model;
  }

  /** Of indicators the gap is that between target and result. */
  private static String sortName(Sort sort, Scope scope, Labels labels) {
    boolean deviation = scope == Scope.INDICATORS && (sort == Sort.GAP || sort == Sort.GAP_PERCENT);
    return labels.text((deviation ? "sort.indicators." : "sort.") + sort.id());
  }

  private static List<Choice> exports(SearchAddress address, Links links) {
    String all = Links.path("/api/v1/export", address.sized(SearchAddress.SIZE));
    return Map.of("csv", "CSV", "xlsx", "XLSX", "jsonl", "JSON Lines").entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            f ->
                new Choice(
                    f.getValue(),
                    "",
                    links.page(new QueryString().add("format", f.getKey()).on(all)),
                    false))
        .toList();
  }

  private static Choice choice(String label, String address, boolean current) {
    return new Choice(label, "", address, current);
  }

  private static Choice tab(
      SearchAddress address, SearchResults results, Scope scope, Links links, Labels labels) {
    Long count = results.scopeTotals().get(scope);
    return new Choice(
        labels.of(scope),
        count == null ? "" : AmountFormat.count(count),
        links.search(address.in(scope)),
        scope == address.request().scope());
  }

  /** What would be found without each of the filters, for a search that found nothing. */
  private List<Choice> relaxed(SearchAddress address, Labels labels, Links links) {
    List<Choice> choices = new ArrayList<>();
    for (FacetView.Chip chip : FacetView.chips(address, labels, links)) {
      long total = search.total(chip.without().request());
      if (total > 0) {
        String without = chip.facet() + labels.text("colon") + chip.label();
        choices.add(new Choice(without, AmountFormat.count(total), chip.address(), false));
      }
    }
    return choices;
  }
}
