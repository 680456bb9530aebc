package org.mingzhang.cli;

import java.util.List;
import java.util.function.Consumer;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchService;
import org.mingzhang.search.Suggestion;
import org.mingzhang.web.source.SearchPort;

/** The search service as the portal uses it. */
final class PortalSearch implements SearchPort {
  private static final int PAGE = 100;

  private final SearchService service;

  PortalSearch(SearchService service) {
    this.service = service;
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return service.search(request);
  }

  @Override
  public List<Suggestion> suggest(String typed, int most) {
    return List.of();
  }

  @Override
  public void each(SearchRequest request, Consumer<Hit> sink) {
    String after = null;
    do {
      SearchResults page =
          service.search(
              new SearchRequest(
                  request.query(),
                  request.scope(),
                  request.include(),
                  request.exclude(),
                  request.sort(),
                  request.grouping(),
                  PAGE,
                  after));
      page.hits().forEach(sink);
      after = page.next();
    } while (after != null);
  }

  @Override
  public List<List<Hit.Fragment>> mark(String query, List<String> texts) {
    return texts.stream().map(t -> List.of(new Hit.Fragment(t, false))).toList();
  }

  @Override
  public long generation() {
    return System.nanoTime() / 1_000_000_000L;
  }
}
