package org.mingzhang.web.assistant;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.results.SuggestedQuery;

/**
 * Puts the hits of a search into an answer, as many as fit, beginning where a cursor says.
 *
 * @param library what is searched
 * @param item what is told of a hit
 */
record FoundPages(AssistantSources library, Function<Hit, Object> item) {
  private static final int PAGE = 20;
  private static final int LONGEST = 200;
  private static final int MOST_NOTICES = 3;

  /** Fills an answer; its cursor leads on where hits are left. */
  SearchResults into(
      ToolAnswer answer, SearchAddress address, PageCursor cursor, CallContext asking) {
    SearchAddress sized = address.sized(PAGE);
    String after = cursor.after();
    SearchAddress asked = after == null ? sized : sized.following(after);
    SearchResults found = library.search().search(asked.request());
    asking.pace().run();
    answer.put("total", found.total());
    answer.put("time_bound_cut_the_search", found.timedOut() ? true : null);
    String meant = SuggestedQuery.of(found);
    answer.put("did_you_mean", meant == null ? null : DocumentText.clean(meant, LONGEST));
    List<String> notices =
        found.notices().stream()
            .limit(MOST_NOTICES)
            .map(notice -> DocumentText.clean(notice.english(), LONGEST))
            .toList();
    answer.put("about_the_query", notices.isEmpty() ? null : notices);
    answer.next(fill(answer, found, cursor));
    return found;
  }

  private @Nullable PageCursor fill(ToolAnswer answer, SearchResults found, PageCursor cursor) {
    List<Hit> hits = found.hits();
    for (int i = cursor.skip(); i < hits.size(); i++) {
      if (!answer.add(item.apply(hits.get(i)))) {
        return cursor.skipping(i);
      }
    }
    String next = found.next();
    return next == null ? null : new PageCursor(0, next);
  }
}
