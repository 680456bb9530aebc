package org.mingzhang.web.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.question.EnglishGlossary;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.source.SearchPort;

/**
 * A search after correction of its query. A query with few hits is replaced by a spelling with more
 * hits, or by the Chinese translation of its English terms, unless the address asks for the query
 * as typed.
 *
 * @param searchUrl the search whose results are shown
 * @param results its results
 * @param originalQuery the query as it was typed if it was corrected; otherwise null
 * @param isTranslated whether the query was translated into Chinese
 */
record CorrectedSearch(
    SearchUrl searchUrl,
    SearchResults results,
    @Nullable String originalQuery,
    boolean isTranslated) {
  private static final SearchResults.Notice ONLY_IN_TITLES =
      new SearchResults.Notice(
          "only-in-titles",
          "没有一节的正文含有这些词语，以下文件的标题、单位、文件名或章节标题含有。",
          "No section contains these words; they are in title, agency, file name or headings of"
              + " these documents.");

  /**
   * Number of hits below which a query is corrected, as is one whose hits match only some of its
   * words; otherwise the better spelling is only suggested.
   */
  private static final int SUFFICIENT_HITS = 3;

  /**
   * Runs a search. If the words are in no section but in titles of documents, these documents are
   * shown. If the search has too few hits, runs at most two more searches: for the Chinese
   * translation of the query and, unless that has more hits, for the suggested spelling.
   */
  static CorrectedSearch run(SearchUrl searchUrl, SearchPort search) {
    SearchResults results = search.search(searchUrl.toListRequest());
    String better = results.didYouMean();
    boolean partial = results.isPartialMatch();
    CorrectedSearch plain = new CorrectedSearch(searchUrl, results, null, false);
    if (results.total() == 0
        && searchUrl.request().scope() == SearchScope.SECTIONS
        && results.scopeTotals().getOrDefault(SearchScope.DOCUMENTS, 0L) > 0) {
      SearchUrl titles = searchUrl.withScope(SearchScope.DOCUMENTS);
      SearchResults found = search.search(titles.toListRequest()).withNotice(ONLY_IN_TITLES);
      return new CorrectedSearch(titles, found, null, false);
    }
    if (searchUrl.searchesAsTyped() || (results.total() >= SUFFICIENT_HITS && !partial)) {
      return plain;
    }
    String chinese = EnglishGlossary.standard().translate(searchUrl.request().query()).orElse(null);
    if (chinese != null) {
      SearchUrl translated = searchUrl.withQuery(chinese);
      SearchResults found = search.search(translated.toListRequest());
      if (found.total() > (partial ? 0 : results.total())) {
        return new CorrectedSearch(translated, found, searchUrl.request().query(), true);
      }
    }
    if (better == null) {
      return plain;
    }
    SearchUrl corrected = searchUrl.withQuery(better);
    SearchResults more = search.search(corrected.toListRequest());
    return more.isPartialMatch() || (!partial && more.total() <= results.total())
        ? plain
        : new CorrectedSearch(corrected, more, searchUrl.request().query(), false);
  }

  /** Whether none of the hits contains all words of the query. */
  boolean hasNoCompleteHit() {
    return results.total() == 0 || results.isPartialMatch();
  }

  /**
   * The notices about how the query was interpreted or changed.
   *
   * @param hasAnswer whether the query was answered as a question, in which case not all its words
   *     have to be found
   */
  List<SearchResults.Notice> buildNotices(boolean hasAnswer) {
    return results.notices().stream()
        .filter(notice -> !hasAnswer || !notice.code().equals(QueryNotice.SOME_WORDS))
        .toList();
  }
}
