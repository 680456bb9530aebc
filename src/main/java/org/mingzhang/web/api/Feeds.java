package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.archive.Version;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.page.DocumentDescription;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.page.UpdatesPage;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalSources;

/** Atom and JSON feeds of any search, and the feed of changed documents. */
public final class Feeds {
  private final Pages pages;
  private final PortalSources sources;

  /** Feeds from index and archive. */
  public Feeds(Pages pages, PortalSources sources) {
    this.pages = pages;
    this.sources = sources;
  }

  /** {@code /search.atom?…}. */
  public void searchAsAtom(Context ctx) {
    SearchAddress address = SearchAddress.decode(Pages.parameters(ctx));
    String origin = pages.origin(ctx);
    ctx.contentType("application/atom+xml; charset=utf-8")
        .result(
            AtomWriter.write(
                title(ctx, address),
                origin + Links.path("/search.atom", address),
                origin + Links.path("/search", address),
                hits(address, origin)));
  }

  /** {@code /search.json-feed?…}, JSON Feed 1.1. */
  public void searchAsJson(Context ctx) {
    SearchAddress address = SearchAddress.decode(Pages.parameters(ctx));
    String origin = pages.origin(ctx);
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", title(ctx, address));
    feed.put("home_page_url", origin + Links.path("/search", address));
    feed.put("feed_url", origin + Links.path("/search.json-feed", address));
    feed.put("language", "zh-CN");
    feed.put("items", hits(address, origin).stream().map(Feeds::item).toList());
    ctx.json(feed);
    ctx.contentType("application/feed+json; charset=utf-8");
  }

  private static Map<String, Object> item(FeedEntry entry) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", entry.address());
    item.put("url", entry.address());
    item.put("title", entry.title());
    item.put("content_text", entry.text());
    item.put("date_published", entry.updated().toString());
    item.put("authors", List.of(Map.of("name", entry.author().isEmpty() ? "—" : entry.author())));
    return item;
  }

  /** {@code /changes.atom?kind=replaced}: documents that came or were replaced, newest first. */
  public void changes(Context ctx) {
    String origin = pages.origin(ctx);
    Labels labels = pages.labels(ctx);
    boolean replaced = UpdatesPage.replaced(ctx);
    List<FeedEntry> entries =
        UpdatesPage.versions(sources.archive(), replaced, 50).stream()
            .map(v -> change(v, origin, labels))
            .toList();
    ctx.contentType("application/atom+xml; charset=utf-8")
        .result(
            AtomWriter.write(
                labels.text(replaced ? "updates.replaced" : "feed.changes"),
                origin + "/changes.atom" + (replaced ? "?kind=replaced" : ""),
                origin + "/changes" + (replaced ? "?kind=replaced" : ""),
                entries));
  }

  private FeedEntry change(Version version, String origin, Labels labels) {
    String title =
        pages.documents().of(version).map(DocumentDescription::title).orElse(version.documentId());
    String address =
        origin + Links.permalink(version.documentId()) + "?v=" + Links.prefix(version.sha256());
    return new FeedEntry(
        address,
        version.number() == 1
            ? title
            : title + " · " + labels.text("version.number", version.number()),
        "",
        labels.text(version.number() == 1 ? "feed.new" : "feed.replaced"),
        version.firstSeen());
  }

  private String title(Context ctx, SearchAddress address) {
    Labels labels = pages.labels(ctx);
    String query = address.request().query();
    return (query.isEmpty() ? labels.text("results.all") : query)
        + " · "
        + labels.text("site.name");
  }

  private List<FeedEntry> hits(SearchAddress address, String origin) {
    Map<String, Instant> seen = new LinkedHashMap<>();
    return sources.search().search(address.request()).hits().stream()
        .map(hit -> entry(hit, origin, seen.computeIfAbsent(hit.documentId(), this::firstSeen)))
        .toList();
  }

  private Instant firstSeen(String documentId) {
    List<Version> versions = sources.archive().versions(documentId);
    return versions.isEmpty() ? Instant.EPOCH : versions.getLast().firstSeen();
  }

  private FeedEntry entry(Hit hit, String origin, Instant seen) {
    String agency = hit.agency();
    String text =
        hit.snippets().stream()
            .map(s -> s.stream().map(Hit.Fragment::text).collect(Collectors.joining()))
            .collect(Collectors.joining(" … "));
    return new FeedEntry(
        origin + "/d/" + hit.id(),
        hit.title().equals(hit.documentTitle())
            ? hit.title()
            : hit.title() + " · " + hit.documentTitle(),
        agency == null ? "" : agency,
        text,
        seen);
  }
}
