package org.mingzhang.web.results;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/**
 * The controls of a result list: scopes, filters, order, grouping, exports and feeds.
 *
 * @param searchUrl the search
 * @param links creates addresses
 * @param labels the texts
 * @param alertsEnabled whether readers can subscribe by mail
 */
record ResultControls(
    SearchUrl searchUrl, PortalLinks links, Labels labels, boolean alertsEnabled) {
  /** Builds the model of the controls next to and above the hits. */
  Map<String, Object> buildModel(SearchResults results) {
    SearchRequest request = searchUrl.request();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "tabs",
        Arrays.stream(SearchScope.values())
            .filter(scope -> hasTab(scope, results))
            .map(scope -> buildTab(results, scope))
            .toList());
    model.put("gaps", GapChoices.build(searchUrl, labels, links));
    model.put("published", PublicationDateFilter.ofSearch(searchUrl, results));
    model.put("facets", FacetView.build(results, searchUrl, labels, links));
    model.put("sorts", SortChoices.build(searchUrl, links, labels));
    model.put("sortLabel", SortChoices.name(request.sort(), request.scope(), labels));
    model.put(
        "groupings",
        buildChoices(
            Stream.of(Grouping.NONE, Grouping.DOCUMENT, Grouping.AGENCY),
            grouping -> labels.text("group." + grouping.id()),
            searchUrl::withGrouping,
            request.grouping()));
    model.put(
        "collapsing",
        buildChoices(
            Stream.of(false, true),
            copies -> labels.text(copies ? "editions.all" : "editions.one"),
            searchUrl::withCopies,
            request.includesCopies()));
    boolean folded = request.scope() == SearchScope.SECTIONS && request.grouping() == Grouping.NONE;
    model.put(
        "alike",
        buildChoices(
            folded ? Stream.of(false, true) : Stream.<Boolean>of(),
            separate -> labels.text(separate ? "similar.apart" : "similar.together"),
            searchUrl::withNearDuplicatesSeparate,
            searchUrl.listsSimilarSeparately()));
    model.put(
        "sizes",
        buildChoices(
            IntStream.of(20, 50, 100).boxed(),
            String::valueOf,
            searchUrl::withSize,
            request.size()));
    model.put("atom", PortalLinks.pathWithQuery("/search.atom", searchUrl.withSize(50)));
    model.put("feed", PortalLinks.pathWithQuery("/search.json-feed", searchUrl.withSize(50)));
    model.put(
        "alerts",
        alertsEnabled
            ? links.page(
                new QueryString()
                    .add("search", searchUrl.withoutPage().encode())
                    .appendTo("/alerts"))
            : "");
    model.put(
        "batch",
        links.page(PortalLinks.pathWithQuery("/batch", searchUrl.withQuery("").withoutPage())));
    model.put("exports", exportChoices());
    return model;
  }

  private <T> List<ChoiceLink> buildChoices(
      Stream<T> values, Function<T, String> label, Function<T, SearchUrl> searchUrlFor, T current) {
    return values
        .map(
            value ->
                new ChoiceLink(
                    label.apply(value),
                    "",
                    links.search(searchUrlFor.apply(value)),
                    value.equals(current)))
        .toList();
  }

  /**
   * Whether a scope has a tab. Amounts are shown in the scope of facts. The older scope of figures
   * has a tab only if the address asks for it; the scope of facts is then omitted if it has no
   * hits, as for documents that have not been read again.
   */
  private static boolean hasTab(SearchScope scope, SearchResults results) {
    SearchScope current = results.request().scope();
    boolean facts =
        current == SearchScope.FACTS
            || results.scopeTotals().getOrDefault(SearchScope.FACTS, 0L) > 0;
    return switch (scope) {
      case FACTS -> facts || current != SearchScope.FIGURES;
      case FIGURES -> current == SearchScope.FIGURES;
      default -> true;
    };
  }

  private ChoiceLink buildTab(SearchResults results, SearchScope scope) {
    Long count = results.scopeTotals().get(scope);
    return new ChoiceLink(
        labels.nameOf(scope),
        count == null ? "" : AmountFormat.formatCount(count),
        links.search(searchUrl.withScope(scope)),
        scope == searchUrl.request().scope());
  }

  private List<ChoiceLink> exportChoices() {
    String all =
        PortalLinks.pathWithQuery("/api/v1/export", searchUrl.withSize(SearchUrl.DEFAULT_SIZE));
    return Stream.of(
            Map.entry("csv", "CSV"), Map.entry("jsonl", "JSON Lines"), Map.entry("xlsx", "XLSX"))
        .map(
            format ->
                new ChoiceLink(
                    format.getValue(),
                    "",
                    links.page(new QueryString().add("format", format.getKey()).appendTo(all)),
                    false))
        .toList();
  }
}
