package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.results.HitView;
import org.mingzhang.web.source.SearchPort;

/**
 * Finds names of accounts, indicators and topics that can be compared. At most {@link #MAX_NAMES}
 * names of indicators are taken from a sample of rows, first those for which the most agencies have
 * a score. These names are cached until the index changes; the other names are searched for at each
 * call. Safe on many threads.
 */
final class ComparableNameFinder {
  /** Number of indicator rows sampled for names. */
  private static final int SAMPLE_SIZE = 3_000;

  private static final int MAX_NAMES = 200;

  /** The names of indicators found in one generation of the index. */
  private record CachedNames(long generation, List<String> names) {}

  private final SearchPort search;
  private final List<String> preferredNames;
  private final AtomicReference<@Nullable CachedNames> cachedIndicators = new AtomicReference<>();

  /**
   * Creates a finder for the names in an index.
   *
   * @param preferredNames accounts that are listed before others
   */
  ComparableNameFinder(SearchPort search, List<String> preferredNames) {
    this.search = search;
    this.preferredNames = preferredNames;
  }

  /** Names of a subject, the most relevant first. */
  List<String> findNames(ComparisonSubject subject) {
    return switch (subject) {
      case FIGURE -> findAccountNames();
      case INDICATOR -> findIndicators();
      case TOPIC -> findTopics();
    };
  }

  /** Accounts that sections on a topic state, most frequent first. */
  List<String> findAccountNamesOn(String topic) {
    return findFacetValues(
        SearchUrl.of("", SearchScope.FACTS)
            .withToggled(FacetDimension.TOPIC, topic)
            .withToggled(FacetDimension.FACT_KIND, Fact.Kind.AMOUNT.id()),
        FacetDimension.ACCOUNT);
  }

  /**
   * The accounts offered to readers: first the accounts that documents state, preferred ones first,
   * then the other accounts of the chart. Other accounts are compared only if their name is typed.
   */
  private List<String> findAccountNames() {
    List<String> all =
        findFacetValues(
            SearchUrl.of("", SearchScope.FACTS)
                .withToggled(FacetDimension.ITEM, SearchRequest.NOT_STATED)
                .withToggled(FacetDimension.FACT_KIND, Fact.Kind.AMOUNT.id()),
            FacetDimension.ACCOUNT);
    List<String> names = new ArrayList<>(preferredNames);
    names.retainAll(all);
    all.stream().filter(n -> !names.contains(n) && isInChartOfAccounts(n)).forEach(names::add);
    return names;
  }

  /** Whether a name is an account of the chart of agencies or of governments. */
  static boolean isInChartOfAccounts(String name) {
    return ChartOfAccounts.agencies().findAccount(name).isPresent()
        || ChartOfAccounts.governments().findAccount(name).isPresent();
  }

  private List<String> findTopics() {
    List<String> all =
        findFacetValues(SearchUrl.of("", SearchScope.SECTIONS), FacetDimension.TOPIC);
    List<String> names =
        new ArrayList<>(List.of(Topic.THREE_PUBLIC.label(), Topic.PERFORMANCE.label()));
    names.retainAll(all);
    all.stream().filter(n -> !names.contains(n)).forEach(names::add);
    return names;
  }

  private List<String> findFacetValues(SearchUrl searchUrl, FacetDimension dimension) {
    return search
        .search(searchUrl.withSize(1).request())
        .facets()
        .getOrDefault(dimension, List.of())
        .stream()
        .map(FacetValue::path)
        .filter(n -> !n.equals(SearchRequest.NOT_STATED))
        .toList();
  }

  /** Names of indicators, recounted if the index has changed. */
  private List<String> findIndicators() {
    long generation = search.generation();
    CachedNames cachedNames = cachedIndicators.get();
    if (cachedNames == null || cachedNames.generation() != generation) {
      cachedNames = new CachedNames(generation, rankIndicators());
      cachedIndicators.set(cachedNames);
    }
    return cachedNames.names();
  }

  /** The names in the sample, first those for which the most agencies have a score. */
  private List<String> rankIndicators() {
    Map<String, List<Hit>> rows = new LinkedHashMap<>();
    SearchUrl searchUrl = SearchUrl.of("", SearchScope.INDICATORS).withSize(100);
    int seen = 0;
    while (seen < SAMPLE_SIZE) {
      SearchResults page = search.search(searchUrl.request());
      for (Hit hit : page.hits()) {
        rows.computeIfAbsent(hit.title(), k -> new ArrayList<>()).add(hit);
      }
      seen += page.hits().size();
      if (page.nextCursor() == null) {
        break;
      }
      searchUrl = searchUrl.withCursor(Objects.requireNonNull(page.nextCursor()));
    }
    return rows.entrySet().stream()
        .filter(e -> !e.getKey().isBlank())
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Hit>> e) ->
                        agencyCount(e.getValue(), ComparableNameFinder::isScored))
                .thenComparingInt(e -> agencyCount(e.getValue(), hit -> true))
                .reversed())
        .limit(MAX_NAMES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isScored(Hit row) {
    return HitView.scorePercent(row.values().get("score"), row.values().get("weight")) >= 0;
  }

  private static int agencyCount(List<Hit> rows, Predicate<Hit> counted) {
    return (int) rows.stream().filter(counted).map(Hit::publisher).distinct().count();
  }
}
