package org.mingzhang.collect;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.FrontierEntry.Kind;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.collect.page.WebPage;
import org.mingzhang.collect.page.WebPageContent;
import org.mingzhang.collect.source.CrawlSource;

/**
 * Reads a list page, feed or sitemap of a source and adds its entries and further list pages to the
 * outcome of the visit, except entries that the filters of the source exclude.
 */
final class ListPageReader {
  /** Maximum number of further pages that are looked up one by one. */
  private static final int MAX_SINGLE_LOOKUPS = 20;

  private final CrawlSource source;
  private final Frontier frontier;
  private final CrawlRun run;
  private final FrontierEntry frontierEntry;
  private final VisitOutcome visit;

  ListPageReader(
      CrawlSource source,
      Frontier frontier,
      CrawlRun run,
      FrontierEntry frontierEntry,
      VisitOutcome visit) {
    this.source = source;
    this.frontier = frontier;
    this.run = run;
    this.frontierEntry = frontierEntry;
    this.visit = visit;
  }

  /**
   * Adds the entries of a list page and its further pages.
   *
   * @param depth depth of the links, see {@link Link#depth}
   */
  void readPage(WebPage webPage, WebPageContent content, int depth) {
    int fresh = 0;
    String title = webPage.title();
    for (WebPageContent.PageLink pageLink :
        content.findEntries(source.rules().itemSelector(), source.rules().attachmentSelector())) {
      if (source.exclusionReason(pageLink.uri().toString()) == null) {
        visit.entryCount++;
        fresh += frontier.findEntry(source.name(), pageLink.uri().toString()).isEmpty() ? 1 : 0;
        Kind kind = pageLink.isFile() ? Kind.FILE : Kind.PAGE;
        String dateSource = pageLink.day() == null ? null : "list: " + pageLink.dateText();
        visit.links.add(
            createLink(
                pageLink.uri(),
                kind,
                depth,
                webPage.uri(),
                title,
                pageLink.label(),
                dateSource,
                pageLink.day()));
      }
    }
    followPagination(webPage, content, depth, fresh);
  }

  /**
   * Adds the further pages of a list, up to the limit of the source. Known ones are visited again
   * only if this page has new entries; a run that visits all pages has queued them already. A new
   * further page without new entries is not followed, since its pagination may be endless.
   */
  private void followPagination(
      WebPage webPage, WebPageContent content, int depth, int newEntryCount) {
    int limit = source.limits().maxListPages();
    String title = webPage.title();
    List<URI> pages = content.findFurtherPagesOfList(source.rules().nextPageSelector(), limit + 1);
    boolean endless =
        frontierEntry.link().kind() == Kind.FURTHER_LIST_PAGE
            && frontierEntry.payloadDigest() == null
            && newEntryCount == 0;
    int room = limit - frontier.furtherPageCount(source.name());
    if (endless && !pages.isEmpty()) {
      visit.reason = "nothing new here: its further pages are not followed";
      return;
    }
    if (frontierEntry.link().kind() == Kind.FURTHER_LIST_PAGE
        && !pages.isEmpty()
        && areAllKnown(pages)) {
      if (!run.visitsAllPages() && newEntryCount > 0) {
        pages.forEach(uri -> visit.urlsToRecheck.add(uri.toString()));
      }
      return;
    }
    for (URI uri : pages) {
      boolean known = frontier.findEntry(source.name(), uri.toString()).isPresent();
      if (!known && room-- <= 0) {
        visit.reason = "more than " + limit + " further pages: the rest is not followed";
        break;
      }
      visit.links.add(
          createLink(uri, Kind.FURTHER_LIST_PAGE, depth, webPage.uri(), title, "", null, null));
      if (known && !run.visitsAllPages() && newEntryCount > 0) {
        visit.urlsToRecheck.add(uri.toString());
      }
    }
  }

  /**
   * Whether all pages are known, as when each page of a list links all others. Of more than {@link
   * #MAX_SINGLE_LOOKUPS} pages only the first, the last and the number are compared.
   */
  private boolean areAllKnown(List<URI> pages) {
    return frontier.findEntry(source.name(), pages.getLast().toString()).isPresent()
        && frontier.findEntry(source.name(), pages.getFirst().toString()).isPresent()
        && (pages.size() <= MAX_SINGLE_LOOKUPS
            ? pages.stream()
                .allMatch(uri -> frontier.findEntry(source.name(), uri.toString()).isPresent())
            : frontier.furtherPageCount(source.name()) >= pages.size());
  }

  /**
   * Creates a link that was found on a page.
   *
   * @param title title of the page
   * @param dateSource where the day of publication was found, or null
   */
  static Link createLink(
      URI uri,
      Kind kind,
      int depth,
      URI page,
      String title,
      String label,
      @Nullable String dateSource,
      @Nullable LocalDate day) {
    return new Link(uri.toString(), kind, depth, 0, page.toString(), title, label, dateSource, day);
  }

  /**
   * Adds the entries of a feed or sitemap; a malformed one is refused. Entries without a title,
   * such as those of sitemaps, are left out unless they are sitemaps themselves or below the folder
   * of the source's address.
   */
  void readFeed(URI uri, byte[] bytes) {
    List<FeedReader.Entry> entries;
    try {
      entries = FeedReader.read(uri, bytes);
    } catch (IOException e) {
      visit.addRefusal(String.valueOf(e.getMessage()));
      return;
    }
    String folder = folder(source.url());
    for (FeedReader.Entry entry : entries) {
      String url = entry.uri().toString();
      boolean wanted = entry.isSitemap() || !entry.label().isEmpty() || url.startsWith(folder);
      if (wanted && source.exclusionReason(url) == null) {
        visit.entryCount++;
        Kind kind = entry.isSitemap() ? Kind.FIRST_LIST_PAGE : Kind.PAGE;
        String dateSource = entry.day() == null ? null : "feed: " + entry.day();
        visit.links.add(
            new Link(
                url,
                kind,
                frontierEntry.link().depth(),
                0,
                frontierEntry.link().url(),
                null,
                entry.label(),
                dateSource,
                entry.day()));
      }
    }
  }

  private static String folder(URI uri) {
    String text = uri.toString();
    return text.substring(0, text.lastIndexOf('/') + 1);
  }
}
