package org.mingzhang.web.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.Suggestion;
import org.mingzhang.search.TextReuseResult;
import org.mingzhang.web.source.SearchPort;

/**
 * A search port that masks personal data in the texts of its results: titles, headings, snippets,
 * columns, passages and suggestions. Amounts, ids and counts, names of agencies and regions, and
 * values of facets are not changed. Thread-safe.
 */
public final class MaskedSearch implements SearchPort {
  private final SearchPort search;
  private final PersonalDataMasker masker;

  /** Creates a port that masks the results of another one. */
  public MaskedSearch(SearchPort search, PersonalDataMasker masker) {
    this.search = search;
    this.masker = masker;
  }

  @Override
  public SearchResults search(SearchRequest request) {
    SearchResults found = search.search(request);
    return new SearchResults(
        found.request(),
        found.total(),
        found.tookNanos(),
        found.hits().stream().map(this::mask).toList(),
        found.facets(),
        found.scopeTotals(),
        found.nextCursor(),
        found.notices(),
        found.didYouMean(),
        found.timedOut());
  }

  @Override
  public long count(SearchRequest request) {
    return search.count(request);
  }

  @Override
  public List<Suggestion> suggest(String typedText, int limit) {
    return search.suggest(typedText, limit).stream()
        .map(s -> new Suggestion(masker.mask(s.text()), s.kind(), s.weight()))
        .toList();
  }

  @Override
  public void forEach(SearchRequest request, Consumer<Hit> sink) {
    search.forEach(request, hit -> sink.accept(mask(hit)));
  }

  @Override
  public void forEachWithFullText(SearchRequest request, Consumer<ExportRow> sink) {
    search.forEachWithFullText(
        request, row -> sink.accept(new ExportRow(mask(row.hit()), masker.mask(row.text()))));
  }

  @Override
  public List<List<Hit.Fragment>> highlightWords(String query, List<String> texts) {
    return search.highlightWords(query, texts).stream().map(this::mask).toList();
  }

  @Override
  public List<FacetValue> findFacetValues(
      SearchRequest request, FacetDimension dimension, String containing, int limit) {
    return search.findFacetValues(request, dimension, containing, limit);
  }

  @Override
  public Optional<TextReuseResult> findTextReuse(String sectionId) {
    return search.findTextReuse(sectionId).map(this::mask);
  }

  private TextReuseResult mask(TextReuseResult reuse) {
    return new TextReuseResult(
        reuse.length(),
        reuse.copiedLength(),
        reuse.boilerplateLength(),
        reuse.passages().stream()
            .map(
                p ->
                    new TextReuseResult.SharedPassage(
                        p.start(),
                        p.end(),
                        masker.mask(p.text()),
                        p.otherSectionCount(),
                        p.isBoilerplate()))
            .toList(),
        reuse.sources().stream()
            .map(s -> new TextReuseResult.Source(mask(s.hit()), s.characters()))
            .toList());
  }

  @Override
  public String toTraditional(String text) {
    return search.toTraditional(text);
  }

  @Override
  public long generation() {
    return search.generation();
  }

  private Hit mask(Hit hit) {
    return new Hit(
        hit.id(),
        hit.scope(),
        hit.documentId(),
        masker.mask(hit.documentTitle()),
        hit.path().stream().map(masker::mask).toList(),
        masker.mask(hit.title()),
        hit.agency(),
        hit.region(),
        hit.year(),
        hit.category(),
        hit.topic(),
        hit.page(),
        hit.snippets().stream().map(this::mask).toList(),
        hit.occurrences(),
        hit.pages(),
        hit.amount(),
        maskValues(hit));
  }

  /** Columns with numbers and offsets, whose digits are not telephone numbers. */
  private static final Set<String> NUMBER_COLUMNS = Set.of("value", "printed", "places");

  /** Masks all columns except numbers. */
  private Map<String, String> maskValues(Hit hit) {
    Map<String, String> values = new LinkedHashMap<>();
    hit.values().forEach((k, v) -> values.put(k, NUMBER_COLUMNS.contains(k) ? v : masker.mask(v)));
    return values;
  }

  /** Masks fragments as one text, since a telephone number may be split over several fragments. */
  private List<Hit.Fragment> mask(List<Hit.Fragment> fragments) {
    String text =
        masker.mask(fragments.stream().map(Hit.Fragment::text).collect(Collectors.joining()));
    List<Hit.Fragment> masked = new ArrayList<>();
    int at = 0;
    for (Hit.Fragment fragment : fragments) {
      int end = at + fragment.text().length();
      masked.add(new Hit.Fragment(text.substring(at, end), fragment.matched()));
      at = end;
    }
    return masked;
  }
}
