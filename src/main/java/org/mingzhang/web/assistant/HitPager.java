package org.mingzhang.web.assistant;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.results.AlternativeQueryFinder;

/**
 * Adds the hits of a search to an answer, starting at a cursor, as many as fit.
 *
 * @param services services of the tools
 * @param itemConverter converts a hit to an item
 */
record HitPager(AssistantServices services, Function<Hit, Object> itemConverter) {
  private static final int PAGE_SIZE = 20;
  private static final int MAX_TEXT_LENGTH = 200;
  private static final int MAX_NOTICES = 3;

  /**
   * Runs a search and adds to an answer the total, notices on the query, and the hits that fit. If
   * hits remain, the answer gets a cursor. The size of the page in {@code searchUrl} is ignored.
   * Returns the results of the search.
   */
  SearchResults addTo(
      ToolAnswerBuilder answer, SearchUrl searchUrl, PageCursor cursor, ToolCallContext call) {
    SearchUrl sized = searchUrl.withSize(PAGE_SIZE);
    String after = cursor.after();
    SearchUrl requested = after == null ? sized : sized.withCursor(after);
    SearchResults found = services.search().search(requested.request());
    call.throttle().run();
    answer.put("total", found.total());
    answer.put("time_bound_cut_the_search", found.timedOut() ? true : null);
    String suggestion = AlternativeQueryFinder.find(found);
    answer.put(
        "did_you_mean",
        suggestion == null ? null : PromptTextSanitizer.clean(suggestion, MAX_TEXT_LENGTH));
    List<String> notices =
        found.notices().stream()
            .limit(MAX_NOTICES)
            .map(notice -> PromptTextSanitizer.clean(notice.english(), MAX_TEXT_LENGTH))
            .toList();
    answer.put("about_the_query", notices.isEmpty() ? null : notices);
    answer.putNextCursor(addHits(answer, found, cursor));
    return found;
  }

  private @Nullable PageCursor addHits(
      ToolAnswerBuilder answer, SearchResults results, PageCursor cursor) {
    List<Hit> hits = results.hits();
    for (int i = cursor.skip(); i < hits.size(); i++) {
      if (!answer.addIfFits(itemConverter.apply(hits.get(i)))) {
        return cursor.withSkip(i);
      }
    }
    String next = results.nextCursor();
    return next == null ? null : new PageCursor(0, next);
  }
}
