package org.mingzhang.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mingzhang.analysis.SimplifiedToTraditionalConverter;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.SearchService;
import org.mingzhang.search.Suggestion;
import org.mingzhang.search.TextReuseResult;
import org.mingzhang.web.source.SearchPort;

/** Adapter of {@link SearchService} to the search port of the portal. */
public final class SearchServiceAdapter implements SearchPort {
  private final SearchService service;

  /** Creates an adapter of a service, which the caller closes. */
  public SearchServiceAdapter(SearchService service) {
    this.service = service;
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return service.search(request);
  }

  @Override
  public long count(SearchRequest request) {
    return service.countTotal(request);
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) {
    return service.suggest(typed, limit);
  }

  @Override
  public void forEach(SearchRequest request, Consumer<Hit> sink) {
    service.forEach(request, row -> sink.accept(row.hit()));
  }

  @Override
  public void forEachWithFullText(SearchRequest request, Consumer<ExportRow> sink) {
    service.forEach(request, sink);
  }

  @Override
  public List<List<Hit.Fragment>> highlightWords(String query, List<String> texts) {
    return service.highlight(query, texts);
  }

  @Override
  public List<FacetValue> findFacetValues(
      SearchRequest request, FacetDimension dimension, String containing, int limit) {
    return service.countFacetValues(request, dimension, containing, limit);
  }

  @Override
  public Optional<TextReuseResult> findTextReuse(String sectionId) {
    return service.findTextReuse(sectionId);
  }

  @Override
  public String toTraditional(String text) {
    return SimplifiedToTraditionalConverter.convert(text);
  }

  @Override
  public long generation() {
    return service.generation();
  }
}
