package org.mingzhang.web.feed;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.VersionFilter;
import org.mingzhang.model.SearchScope;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalServices;

/**
 * Atom and JSON feeds: {@code /search.atom?…} and {@code /search.json-feed?…} of any search, and
 * {@code /feeds/documents}, {@code /feeds/findings} and {@code /feeds/versions}, each as {@code
 * .atom} and {@code .json}. The value of {@code since=} is a position in the arrival order, as
 * contained in feeds, a day in China, or a time.
 */
public final class FeedHandlers {
  private static final int DATE_LENGTH = 10;

  private final PageRenderer pages;
  private final PortalServices services;

  /** Creates feeds from index and archive. */
  public FeedHandlers(PageRenderer pages, PortalServices services) {
    this.pages = pages;
    this.services = services;
  }

  /** Sends {@code /search.atom?…}, the Atom feed of a search. */
  public void sendSearchAsAtom(Context ctx) {
    sendAtom(
        ctx, buildSearchFeed(ctx, SearchUrl.decode(PageRenderer.parameters(ctx)), "/search.atom"));
  }

  /** Sends {@code /search.json-feed?…}, the JSON feed of a search. */
  public void sendSearchAsJson(Context ctx) {
    sendJson(
        ctx,
        buildSearchFeed(ctx, SearchUrl.decode(PageRenderer.parameters(ctx)), "/search.json-feed"));
  }

  /**
   * Sends {@code /changes.atom}, the Atom feed of all versions, or with {@code kind=replaced} the
   * feed of the versions that replaced another.
   */
  public void sendChanges(Context ctx) {
    boolean replaced = "replaced".equals(PageRenderer.parameters(ctx).text("kind"));
    sendAtom(
        ctx,
        replaced
            ? buildVersionFeed(ctx, VersionFilter.REPLACEMENTS, "/changes.atom?kind=replaced")
            : buildVersionFeed(ctx, VersionFilter.ALL, "/changes.atom"));
  }

  /**
   * Sends {@code /feeds/NAME.atom} or {@code .json}.
   *
   * @throws NotFoundException if there is no such feed
   */
  public void sendNamedFeed(Context ctx) {
    String file = ctx.pathParam("name");
    List<String> parts = List.of(file.split("\\.", 2));
    String path = "/feeds/" + file;
    FeedPage page =
        switch (parts.getFirst()) {
          case "documents" -> buildVersionFeed(ctx, VersionFilter.FIRST, path);
          case "versions" -> buildVersionFeed(ctx, VersionFilter.REPLACEMENTS, path);
          case "findings" ->
              buildSearchFeed(
                  ctx,
                  SearchUrl.decode(PageRenderer.parameters(ctx)).withScope(SearchScope.FINDINGS),
                  path);
          default -> throw new NotFoundException("the feed " + file, "");
        };
    switch (parts.getLast()) {
      case "atom" -> sendAtom(ctx, page);
      case "json" -> sendJson(ctx, page);
      default -> throw new NotFoundException("the feed " + file, "");
    }
  }

  private FeedPage buildSearchFeed(Context ctx, SearchUrl requestedSearch, String path) {
    String after = PageRenderer.parameters(ctx).text("after");
    SearchUrl searchUrl =
        after == null || requestedSearch.request().after() != null
            ? requestedSearch
            : requestedSearch.withCursor(after);
    return new SearchFeed(services, pages.origin(ctx), path)
        .buildPage(feedTitle(ctx, searchUrl), searchUrl, parseSince(PageRenderer.parameters(ctx)));
  }

  private FeedPage buildVersionFeed(Context ctx, VersionFilter filter, String path) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    return new VersionFeed(
            services.archive(), pages.documents(), pages.labels(ctx), pages.origin(ctx))
        .buildPage(
            filter,
            path,
            filter == VersionFilter.REPLACEMENTS ? "/changes?kind=replaced" : "/changes",
            parsePosition("before", parameters.text("before")),
            parseSince(parameters));
  }

  private OptionalLong parseSince(RequestParameters parameters) {
    String given = parameters.text("since");
    if (given == null || !given.contains("-")) {
      return parsePosition("since", given);
    }
    try {
      Instant time =
          given.length() == DATE_LENGTH
              ? LocalDate.parse(given).atStartOfDay(ChinaTime.ZONE).toInstant()
              : Instant.parse(given);
      return OptionalLong.of(services.archive().versionLog().positionBefore(time));
    } catch (DateTimeException e) {
      throw new BadParameterException("since", given, "error.400.since");
    }
  }

  private static OptionalLong parsePosition(String name, @Nullable String value) {
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!value.matches("\\d{1,18}")) {
      throw new BadParameterException(name, value, "error.400." + name);
    }
    return OptionalLong.of(Long.parseLong(value));
  }

  private String feedTitle(Context ctx, SearchUrl searchUrl) {
    Labels labels = pages.labels(ctx);
    String query = searchUrl.request().query();
    return (query.isEmpty() ? labels.nameOf(searchUrl.request().scope()) : query)
        + " · "
        + labels.text("site.name");
  }

  /** The address of the feed as it was requested, with all its parameters. */
  private String requestedAddress(Context ctx) {
    String query = ctx.queryString();
    return pages.origin(ctx) + ctx.path() + (query == null ? "" : "?" + query);
  }

  private void sendAtom(Context ctx, FeedPage page) {
    ctx.contentType("application/atom+xml; charset=utf-8")
        .result(AtomWriter.write(page, requestedAddress(ctx)));
  }

  private void sendJson(Context ctx, FeedPage page) {
    Map<String, Object> feed = JsonFeedWriter.write(page, requestedAddress(ctx));
    ctx.json(feed);
    ctx.contentType("application/feed+json; charset=utf-8");
  }
}
