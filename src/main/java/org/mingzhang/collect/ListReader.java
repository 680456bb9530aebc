package org.mingzhang.collect;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.FrontierEntry.Kind;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.collect.page.Page;
import org.mingzhang.collect.page.WebPageContent;
import org.mingzhang.collect.source.Source;

/** Reads a list: its entries, and the further pages that are worth asking for. */
final class ListReader {
  /** How many further pages are looked up one by one. */
  private static final int FEW = 20;

  private final Source source;
  private final Frontier frontier;
  private final CollectionRun run;
  private final FrontierEntry resource;
  private final VisitOutcome outcome;

  ListReader(
      Source source,
      Frontier frontier,
      CollectionRun run,
      FrontierEntry resource,
      VisitOutcome outcome) {
    this.source = source;
    this.frontier = frontier;
    this.run = run;
    this.resource = resource;
    this.outcome = outcome;
  }

  /** Reads a page of a list. */
  void page(Page page, WebPageContent content, int depth) {
    int fresh = 0;
    String title = page.title();
    for (WebPageContent.Found found :
        content.entries(source.rules().items(), source.rules().attachments())) {
      if (source.left(found.uri().toString()) == null) {
        outcome.entries++;
        fresh += frontier.find(found.uri().toString()).isEmpty() ? 1 : 0;
        Kind kind = found.file() ? Kind.FILE : Kind.PAGE;
        String by = found.day() == null ? null : "list: " + found.words();
        outcome.links.add(
            link(found.uri(), kind, depth, page.uri(), title, found.label(), by, found.day()));
      }
    }
    further(page, content, depth, fresh);
  }

  /**
   * Goes on to the further pages of a list: the first time and in a whole run all, else as long as
   * there is something new. A page that comes for the first time and has nothing new leads nowhere.
   */
  private void further(Page page, WebPageContent content, int depth, int fresh) {
    int most = source.limits().pages();
    String title = page.title();
    List<URI> pages = content.furtherPages(source.rules().next(), most + 1);
    boolean endless =
        resource.link().kind() == Kind.MORE && resource.digest() == null && fresh == 0;
    int room = most - frontier.furtherPages(source.name());
    if (endless && !pages.isEmpty()) {
      outcome.reason = "nothing new here: its further pages are not followed";
      return;
    }
    if (resource.link().kind() == Kind.MORE && !pages.isEmpty() && allKnown(pages)) {
      if (!run.whole() && fresh > 0) {
        pages.forEach(uri -> outcome.again.add(uri.toString()));
      }
      return;
    }
    for (URI uri : pages) {
      boolean known = frontier.find(uri.toString()).isPresent();
      if (!known && room-- <= 0) {
        outcome.reason = "more than " + most + " further pages: the rest is not followed";
        break;
      }
      outcome.links.add(link(uri, Kind.MORE, depth, page.uri(), title, "", null, null));
      if (known && !run.whole() && fresh > 0) {
        outcome.again.add(uri.toString());
      }
    }
  }

  /** A list that names all its pages on each of them names no others where these are known. */
  private boolean allKnown(List<URI> pages) {
    return frontier.find(pages.getLast().toString()).isPresent()
        && frontier.find(pages.getFirst().toString()).isPresent()
        && (pages.size() <= FEW
            ? pages.stream().allMatch(uri -> frontier.find(uri.toString()).isPresent())
            : frontier.furtherPages(source.name()) >= pages.size());
  }

  /** A link of a page, whose title is looked for once and not for each of its links. */
  static Link link(
      URI uri,
      Kind kind,
      int depth,
      URI page,
      String title,
      String label,
      @Nullable String by,
      @Nullable LocalDate day) {
    return new Link(uri.toString(), kind, depth, 0, page.toString(), title, label, by, day);
  }

  /** Reads a feed or a sitemap. */
  void feed(URI uri, byte[] bytes) {
    List<FeedLinks.Entry> entries;
    try {
      entries = FeedLinks.of(uri, bytes);
    } catch (IOException e) {
      outcome.refuse(String.valueOf(e.getMessage()));
      return;
    }
    String folder = folder(source.url());
    for (FeedLinks.Entry entry : entries) {
      String url = entry.uri().toString();
      boolean wanted = entry.list() || !entry.label().isEmpty() || url.startsWith(folder);
      if (wanted && source.left(url) == null) {
        outcome.entries++;
        Kind kind = entry.list() ? Kind.LIST : Kind.PAGE;
        String by = entry.day() == null ? null : "feed: " + entry.day();
        outcome.links.add(
            new Link(
                url,
                kind,
                resource.link().depth(),
                0,
                resource.link().url(),
                null,
                entry.label(),
                by,
                entry.day()));
      }
    }
  }

  private static String folder(URI uri) {
    String text = uri.toString();
    return text.substring(0, text.lastIndexOf('/') + 1);
  }
}
