package org.mingzhang.web.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.CopiedText;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.Suggestion;

/** What the pages ask of the search. Safe on many threads. */
public interface SearchPort {
  /** One page of hits with counts. */
  SearchResults search(SearchRequest request);

  /** How many hits {@link #search} would find, without finding them. */
  long total(SearchRequest request);

  /** Completions for what was typed so far, best first. */
  List<Suggestion> suggest(String typed, int most);

  /** Hands over every hit in order, without snippets, however many there are. */
  void each(SearchRequest request, Consumer<Hit> sink);

  /** The same, each hit with its full text. */
  void export(SearchRequest request, Consumer<ExportRow> sink);

  /**
   * Marks the places where a query's words occur.
   *
   * @param query as typed
   * @param texts texts of a document
   * @return one list of fragments a text, which joined give the text again
   */
  List<List<Hit.Fragment>> mark(String query, List<String> texts);

  /** The values of one facet that contain a string, most frequent first, counted as in a search. */
  List<FacetValue> facet(SearchRequest request, Dimension dimension, String containing, int most);

  /** What a section shares word by word with others; empty where there is no such section. */
  Optional<CopiedText> copied(String sectionId);

  /** Simplified text in traditional characters, for reading. */
  String traditional(String text);

  /** Number that changes whenever the index has changed. */
  long generation();
}
