package org.mingzhang.web.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.Suggestion;
import org.mingzhang.search.TextReuseResult;

/**
 * The search as the portal uses it. Methods throw {@link
 * org.mingzhang.search.DamagedIndexException} if the index is corrupt, {@link
 * org.mingzhang.search.ShardUnreachableException} if a part of it cannot be reached, and {@link
 * org.mingzhang.search.ExpiredStateException} if the index changes too often during the search.
 * Implementations are thread-safe.
 */
public interface SearchPort {
  /** Searches and returns one page of hits, with facets and totals. */
  SearchResults search(SearchRequest request);

  /** The number of hits that {@link #search} would count. */
  long count(SearchRequest request);

  /**
   * Completions of an incomplete query, best first; empty if nothing was typed.
   *
   * @param limit maximum number of completions
   */
  List<Suggestion> suggest(String typedText, int limit);

  /** Passes every hit in order to a sink, without snippets. */
  void forEach(SearchRequest request, Consumer<Hit> sink);

  /** Passes every hit in order to a sink, with its full text. */
  void forEachWithFullText(SearchRequest request, Consumer<ExportRow> sink);

  /**
   * Highlights the words of a query in texts.
   *
   * @param query the query as typed
   * @param texts texts of a document
   * @return for each text, its fragments in order; joined they give the text
   */
  List<List<Hit.Fragment>> highlightWords(String query, List<String> texts);

  /**
   * Finds the values of a facet that contain a string, the most frequent first, years newest first,
   * with the numbers of hits that a search counts.
   *
   * @param substring string that values must contain, ignoring case; if it is empty, all values are
   *     found, those of a hierarchical facet as a complete tree
   * @param limit maximum number of values besides the values that the search includes or excludes
   */
  List<FacetValue> findFacetValues(
      SearchRequest request, FacetDimension dimension, String substring, int limit);

  /**
   * Finds the text that a section shares verbatim with other documents; empty if there is no such
   * section.
   */
  Optional<TextReuseResult> findTextReuse(String sectionId);

  /** Converts simplified text to traditional characters, for reading. */
  String toTraditional(String text);

  /** Generation of the index: a number that changes whenever the index has changed. */
  long generation();
}
