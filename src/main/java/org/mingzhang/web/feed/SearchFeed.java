package org.mingzhang.web.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.source.PortalServices;

/**
 * The feed of a search: its hits in arrival order, the latest first; with {@code since=}, the hits
 * that arrived after a position, the earliest first. Hits that match only some of the words are
 * omitted.
 *
 * @param path path of the feed, such as {@code /search.atom}
 */
record SearchFeed(PortalServices services, String origin, String path) {
  /** Builds the requested page of the feed. */
  FeedPage buildPage(String title, SearchUrl searchUrl, OptionalLong afterPosition) {
    long known = services.archive().versionLog().indexedUpToPosition();
    SearchUrl requested =
        afterPosition.isPresent()
            ? ArrivalOrder.withArrivalsBetween(searchUrl, afterPosition.getAsLong(), known)
            : ArrivalOrder.withLatestFirst(searchUrl);
    SearchResults found = services.search().search(requested.request()).withoutPartialMatches();
    String next = found.nextCursor();
    SearchUrl first = searchUrl.withSize(searchUrl.request().size());
    return new FeedPage(
        title,
        origin,
        feedAddress(first, OptionalLong.empty()),
        next == null ? null : feedAddress(searchUrl.withCursor(next), afterPosition),
        feedAddress(first, OptionalLong.of(Math.max(known, afterPosition.orElse(0)))),
        origin + PortalLinks.pathWithQuery("/search", first),
        buildEntries(found.hits()));
  }

  private String feedAddress(SearchUrl searchUrl, OptionalLong afterPosition) {
    @Nullable Long place = afterPosition.isPresent() ? afterPosition.getAsLong() : null;
    return origin
        + new QueryString()
            .add("since", place)
            .appendTo(PortalLinks.pathWithQuery(path, searchUrl));
  }

  private List<FeedEntry> buildEntries(List<Hit> hits) {
    Map<String, Instant> seen = new HashMap<>();
    return hits.stream()
        .map(
            hit ->
                buildEntry(
                    hit, seen.computeIfAbsent(hit.documentId(), this::newestVersionFirstSeen)))
        .toList();
  }

  private Instant newestVersionFirstSeen(String documentId) {
    List<DocumentVersion> versions = services.archive().versions(documentId);
    return versions.isEmpty() ? Instant.EPOCH : versions.getLast().firstSeen();
  }

  private FeedEntry buildEntry(Hit hit, Instant firstSeen) {
    String agency = hit.agency();
    String text =
        hit.snippets().stream()
            .map(s -> s.stream().map(Hit.Fragment::text).collect(Collectors.joining()))
            .collect(Collectors.joining(" … "));
    return new FeedEntry(
        origin + "/d/" + hit.id(),
        origin + PortalLinks.row(hit.id()),
        hit.title().equals(hit.documentTitle())
            ? hit.title()
            : hit.title() + " · " + hit.documentTitle(),
        agency == null ? "" : agency,
        text,
        firstSeen);
  }
}
