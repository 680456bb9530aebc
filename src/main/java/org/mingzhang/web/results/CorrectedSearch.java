package org.mingzhang.web.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.question.EnglishTerms;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.source.SearchPort;

/**
 * A search as it was carried out: a query with hardly a hit, of which another spelling finds more,
 * is searched in that spelling at once, and English terms in Chinese, unless its address asks for
 * it as typed.
 *
 * @param address what was searched
 * @param results what was found
 * @param typed the query as it was typed where it was corrected, else null
 * @param translated whether it was put into Chinese
 */
record CorrectedSearch(
    SearchAddress address, SearchResults results, @Nullable String typed, boolean translated) {
  /** With fewer hits a query is corrected at once; with more the better spelling is offered. */
  private static final int HARDLY = 3;

  static CorrectedSearch of(SearchAddress asked, SearchPort search) {
    SearchResults results = search.search(asked.listed());
    String better = results.didYouMean();
    boolean partly = partly(results);
    CorrectedSearch plain = new CorrectedSearch(asked, results, null, false);
    if (asked.typed() || (results.total() >= HARDLY && !partly)) {
      return plain;
    }
    String chinese = EnglishTerms.standard().chinese(asked.request().query()).orElse(null);
    if (chinese != null) {
      SearchAddress translated = asked.withQuery(chinese);
      SearchResults found = search.search(translated.listed());
      if (found.total() > (partly ? 0 : results.total())) {
        return new CorrectedSearch(translated, found, asked.request().query(), true);
      }
    }
    if (better == null) {
      return plain;
    }
    SearchAddress corrected = asked.withQuery(better);
    SearchResults more = search.search(corrected.listed());
    return partly(more) || (!partly && more.total() <= results.total())
        ? plain
        : new CorrectedSearch(corrected, more, asked.request().query(), false);
  }

  /** Whether nothing was found that has all of the words. */
  boolean wanting() {
    return results.total() == 0 || partly(results);
  }

  /**
   * What was done to the query.
   *
   * @param answered whether it was answered as a question, of whose words none need be found
   */
  List<SearchResults.Notice> notices(boolean answered) {
    return results.notices().stream()
        .filter(notice -> !answered || !notice.code().equals(QueryNotice.SOME_WORDS))
        .toList();
  }

  /** Whether nothing had all of the words. */
  private static boolean partly(SearchResults results) {
    return results.notices().stream()
        .anyMatch(notice -> notice.code().equals(QueryNotice.SOME_WORDS));
  }
}
