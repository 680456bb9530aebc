package org.mingzhang.web.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed. Pages follow each other by key, so that what comes meanwhile shifts none of
 * them.
 *
 * @param title name of the feed
 * @param origin address of the portal
 * @param first the feed itself: its first page
 * @param self this page
 * @param next the page after it, null on the last
 * @param since what has come after all that this page knows of, to be asked the next time
 * @param page the same for people
 * @param entries what came
 */
record FeedPage(
    String title,
    String origin,
    String first,
    String self,
    @Nullable String next,
    String since,
    String page,
    List<FeedEntry> entries) {

  /** The relation of {@link #since}, an extension relation after RFC 8288. */
  String sinceRelation() {
    return origin + "/api#since";
  }
}
