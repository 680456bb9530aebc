package org.mingzhang.web.feed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.VersionFilter;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.changes.ChangeSummary;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.render.Labels;

/** The feed of documents that arrived or were replaced, read from the ledger. */
record VersionFeed(Archive archive, DocumentLookup documents, Labels labels, String origin) {
  private static final int MAX_ENTRIES = 50;

  /**
   * Builds the requested page of the feed.
   *
   * @param path path of the feed, with its kind
   * @param page path of the same list for readers
   * @param beforePosition position before which to list versions, latest first; ignored with {@code
   *     afterPosition}
   * @param afterPosition position after which to list versions, earliest first
   */
  FeedPage buildPage(
      VersionFilter filter,
      String path,
      String page,
      OptionalLong beforePosition,
      OptionalLong afterPosition) {
    long known = archive.versionLog().indexedUpToPosition();
    boolean forward = afterPosition.isPresent();
    List<DocumentVersion> versions =
        forward
            ? archive
                .versionLog()
                .versionsBetween(filter, afterPosition.getAsLong(), known, MAX_ENTRIES)
            : archive
                .versionLog()
                .versionsBefore(filter, beforePosition.orElse(Long.MAX_VALUE), MAX_ENTRIES);
    boolean more = versions.size() == MAX_ENTRIES;
    String name = forward ? "since" : "before";
    return new FeedPage(
        labels.text("feed." + (filter == VersionFilter.REPLACEMENTS ? "versions" : "changes")),
        origin,
        origin + path,
        more ? feedAddress(path, name, OptionalLong.of(versions.getLast().arrival())) : null,
        feedAddress(path, "since", OptionalLong.of(Math.max(known, afterPosition.orElse(0)))),
        origin + page,
        versions.stream().map(this::buildEntry).toList());
  }

  private String feedAddress(String path, String name, OptionalLong position) {
    @Nullable Long value = position.isPresent() ? position.getAsLong() : null;
    return origin + new QueryString().add(name, value).appendTo(path);
  }

  private FeedEntry buildEntry(DocumentVersion version) {
    Optional<ArchivedDisclosure> document = documents.find(version);
    String title = document.map(DocumentDescription::title).orElse(version.documentId());
    String address =
        origin
            + PortalLinks.permalink(version.documentId())
            + "?v="
            + PortalLinks.fingerprintPrefix(version.sha256());
    return new FeedEntry(
        address,
        address,
        version.number() == 1
            ? title
            : title + " · " + labels.text("version.number", version.number()),
        document.map(d -> d.disclosure().metadata().agency()).orElse(""),
        version.number() == 1 ? labels.text("feed.new") : describeReplacement(version),
        version.firstSeen());
  }

  /** Describes a later version: 文件在原处被替换，旧版仍可查看：3 天后改了 3 个数 */
  private String describeReplacement(DocumentVersion version) {
    String told = labels.text(version.isFetched() ? "feed.replaced" : "feed.received");
    return ChangeSummary.compute(archive, documents, version)
        .map(change -> told + labels.text("colon") + change.sentence(labels))
        .orElse(told);
  }
}
