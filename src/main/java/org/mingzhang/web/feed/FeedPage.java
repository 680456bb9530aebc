package org.mingzhang.web.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed. Pages are addressed by position in the arrival order, so that new entries do
 * not shift them.
 *
 * @param title name of the feed
 * @param origin address of the portal
 * @param firstPageAddress address of the first page
 * @param nextPageAddress address of the next page, null on the last page
 * @param newEntriesAddress address of the entries that are indexed after this page was built, for
 *     the next visit of a feed reader that has followed {@code nextPageAddress} to the last page
 * @param readerAddress address of the same list for readers
 * @param entries the entries
 */
record FeedPage(
    String title,
    String origin,
    String firstPageAddress,
    @Nullable String nextPageAddress,
    String newEntriesAddress,
    String readerAddress,
    List<FeedEntry> entries) {

  /** The link relation of {@link #newEntriesAddress}, an extension relation type (RFC 8288). */
  String sinceRelation() {
    return origin + "/api#since";
  }
}
