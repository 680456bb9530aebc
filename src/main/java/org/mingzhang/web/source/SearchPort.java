package org.mingzhang.web.source;

import java.util.List;
import java.util.function.Consumer;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.Suggestion;

/** What the pages ask of the search. Safe on many threads. */
public interface SearchPort {
  /** One page of hits with counts. */
  SearchResults search(SearchRequest request);

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

  /** Number that changes whenever the index has changed. */
  long generation();
}
