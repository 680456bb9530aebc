package org.mingzhang.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Offer;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.Resource;
import org.mingzhang.archive.Resource.Kind;
import org.mingzhang.archive.Resource.Link;
import org.mingzhang.archive.Visit;
import org.mingzhang.collect.http.Exchange;
import org.mingzhang.collect.http.Pace;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.Page;
import org.mingzhang.collect.page.PageReading;
import org.mingzhang.collect.page.Publication;
import org.mingzhang.collect.page.SplitText;
import org.mingzhang.collect.source.Source;

/** Reads a whole answer: what it links, and which documents it is or has. */
final class PageVisit {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int LARGEST_PAGE = 20 << 20;

  private final Source source;
  private final Archive archive;
  private final Resource resource;
  private final Exchange exchange;
  private final VisitOutcome outcome;
  private final Instant now;
  private final String capture;

  PageVisit(
      Source source,
      Archive archive,
      Resource resource,
      Exchange exchange,
      VisitOutcome outcome,
      Instant now,
      String capture) {
    this.source = source;
    this.archive = archive;
    this.resource = resource;
    this.exchange = exchange;
    this.outcome = outcome;
    this.now = now;
    this.capture = capture;
  }

  /** Fetches a further page of a text; null where it cannot be had. */
  @FunctionalInterface
  interface Parts {
    byte @Nullable [] fetch(URI uri) throws IOException, Pace.Interrupted;
  }

  /** The address has what it had: what is known of it was seen again. */
  void unchanged() {
    outcome.reason = resource.reason();
    archive
        .provenance(resource.link().url())
        .ifPresent(p -> outcome.documents.add(new Visit.Sighting(seen(p), null)));
  }

  private Provenance seen(Provenance p) {
    return new Provenance(
        p.url(),
        p.source(),
        p.page(),
        p.pageTitle(),
        p.label(),
        p.firstSeen(),
        now,
        null,
        null,
        p.published(),
        p.publishedBy(),
        null,
        source.region(),
        source.agency());
  }

  /** Reads it. */
  void read(CollectionRun run, Parts parts) throws IOException, Pace.Interrupted {
    ContentKind kind = ContentKind.of(exchange);
    boolean list = resource.link().kind() == Kind.LIST || resource.link().kind() == Kind.MORE;
    switch (kind) {
      case DOCUMENT -> file();
      case XML -> {
        if (list) {
          feed();
        } else {
          outcome.refuse("a feed or sitemap where a document was expected");
        }
      }
      case HTML -> {
        if (resource.link().kind() == Kind.FILE) {
          vanished("a page is there instead of the file");
        } else {
          page(run, list, parts);
        }
      }
      case OTHER -> vanished("no document: " + quoted(exchange.head().mediaType()));
    }
  }

  private static String quoted(String type) {
    return type.isEmpty() ? "content of no known type" : type.replaceAll("[^ -~]", "?");
  }

  /** What was a document and is something else now is gone. */
  private void vanished(String reason) {
    outcome.refuse(reason);
    if (archive.provenance(resource.link().url()).isPresent()) {
      outcome.state = Resource.State.GONE;
      outcome.gone.add(resource.link().url());
    }
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = exchange.content()) {
      return in.readNBytes(LARGEST_PAGE);
    }
  }

  private void page(CollectionRun run, boolean list, Parts parts)
      throws IOException, Pace.Interrupted {
    byte[] bytes = bytes();
    Page page = Page.parse(exchange.uri(), bytes);
    MainText main = MainText.of(page.document());
    PageReading content = new PageReading(page);
    if (list) {
      list(run, page, content, resource.link().depth());
    } else if (content.isList(main)) {
      int depth = resource.link().depth() + 1;
      if (depth <= source.limits().depth()) {
        list(run, page, content, depth);
      } else {
        outcome.reason = "a list deeper than " + source.limits().depth() + " below the column";
      }
    } else {
      text(page, content, main, bytes, parts);
    }
  }

  private void list(CollectionRun run, Page page, PageReading content, int depth) {
    int fresh = 0;
    for (PageReading.Found found :
        content.entries(source.rules().items(), source.rules().attachments())) {
      if (source.left(found.uri().toString()) == null) {
        outcome.entries++;
        fresh += archive.frontier().find(found.uri().toString()).isEmpty() ? 1 : 0;
        Kind kind = found.file() ? Kind.FILE : Kind.PAGE;
        String by = found.day() == null ? null : "list: " + found.words();
        outcome.links.add(link(found.uri(), kind, depth, page, found.label(), by, found.day()));
      }
    }
    further(run, page, content, depth, fresh);
  }

  /**
   * Goes on to the further pages of a list: the first time and in a whole run all, else as long as
   * there is something new. A page that comes for the first time and has nothing new leads nowhere.
   */
  private void further(CollectionRun run, Page page, PageReading content, int depth, int fresh) {
    int most = source.limits().pages();
    List<URI> pages = content.furtherPages(source.rules().next(), most + 1);
    boolean endless =
        resource.link().kind() == Kind.MORE && resource.digest() == null && fresh == 0;
    int room = most - archive.frontier().furtherPages(source.name());
    if (endless && !pages.isEmpty()) {
      outcome.reason = "nothing new here: its further pages are not followed";
      return;
    }
    for (URI uri : pages) {
      boolean known = archive.frontier().find(uri.toString()).isPresent();
      if (!known && room-- <= 0) {
        outcome.reason = "more than " + most + " further pages: the rest is not followed";
        break;
      }
      outcome.links.add(link(uri, Kind.MORE, depth, page, "", null, null));
      if (known && !run.whole() && fresh > 0) {
        outcome.again.add(uri.toString());
      }
    }
  }

  private static Link link(
      URI uri,
      Kind kind,
      int depth,
      Page page,
      String label,
      @Nullable String by,
      @Nullable LocalDate day) {
    return new Link(
        uri.toString(), kind, depth, 0, page.uri().toString(), page.title(), label, by, day);
  }

  private void feed() throws IOException {
    List<FeedLinks.Entry> entries;
    try {
      entries = FeedLinks.of(exchange.uri(), bytes());
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

  private void text(Page page, PageReading content, MainText main, byte[] bytes, Parts parts)
      throws IOException, Pace.Interrupted {
    Optional<Publication> published =
        content
            .published(resource.link().published(), resource.link().dated())
            .or(this::lastModified);
    List<PageReading.Found> files =
        content.files(source.rules().attachments()).stream()
            .filter(file -> source.left(file.uri().toString()) == null)
            .toList();
    for (PageReading.Found file : files) {
      outcome.links.add(
          link(
              file.uri(),
              Kind.FILE,
              resource.link().depth(),
              page,
              file.label(),
              published.map(Publication::by).orElse(null),
              published.map(Publication::day).orElse(null)));
    }
    List<Page> pages = whole(page, content, parts);
    String text = main.digest();
    if (pages.size() > 1) {
      text = digest(pages);
    }
    outcome.main = text;
    if (content.isDocument(main, !files.isEmpty()) || pages.size() > 1) {
      byte[] kept = pages.size() > 1 ? SplitText.join(pages) : bytes;
      boolean same =
          text.equals(resource.main()) && archive.provenance(resource.link().url()).isPresent();
      document(published.orElse(null), same ? null : kept, DocumentName.ofPage(page.title()));
    } else if (files.isEmpty()) {
      outcome.reason = "neither a document nor a link to one";
    }
  }

  private static String digest(List<Page> pages) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Page page : pages) {
      texts.add(MainText.of(page.document()).text());
    }
    return new MainText(texts.stream().collect(Collectors.joining("\n"))).digest();
  }

  /** The page with those that its text goes on in; alone where one of them cannot be had. */
  private static List<Page> whole(Page page, PageReading content, Parts parts)
      throws IOException, Pace.Interrupted {
    List<Page> pages = new ArrayList<>(List.of(page));
    List<URI> known = new ArrayList<>(content.parts(page.uri()));
    for (int i = 0; i < known.size(); i++) {
      byte[] bytes = parts.fetch(known.get(i));
      if (bytes == null) {
        return List.of(page);
      }
      Page next = Page.parse(known.get(i), bytes);
      pages.add(next);
      for (URI uri : new PageReading(next).parts(page.uri())) {
        if (!known.contains(uri) && !uri.equals(page.uri()) && known.size() < 60) {
          known.add(uri);
        }
      }
    }
    return pages;
  }

  private void file() throws IOException {
    Link link = resource.link();
    Publication published =
        link.published() != null && link.dated() != null
            ? new Publication(link.published(), link.dated())
            : Publication.address(exchange.uri().getRawPath()).or(this::lastModified).orElse(null);
    try (InputStream in = exchange.content()) {
      document(published, in, DocumentName.of(exchange.head(), link.label(), exchange.uri()));
    }
  }

  private Optional<Publication> lastModified() {
    return exchange
        .head()
        .first("last-modified")
        .flatMap(
            value -> {
              try {
                LocalDate day =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .withZoneSameInstant(CHINA)
                        .toLocalDate();
                return Optional.of(new Publication(day, "Last-Modified: " + value));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  private void document(@Nullable Publication published, byte @Nullable [] content, String name)
      throws IOException {
    document(published, content == null ? null : new ByteArrayInputStream(content), name);
  }

  private void document(@Nullable Publication published, @Nullable InputStream content, String name)
      throws IOException {
    Link link = resource.link();
    Offer offer =
        content == null
            ? null
            : Offer.ofAddress(link.url(), name, archive.queue().receive(content));
    outcome.documents.add(
        new Visit.Sighting(
            new Provenance(
                link.url(),
                source.name(),
                link.page(),
                link.pageTitle(),
                link.label().isBlank() ? null : link.label(),
                now,
                now,
                null,
                null,
                published == null ? null : published.day(),
                published == null ? null : published.by(),
                capture,
                source.region(),
                source.agency()),
            offer));
  }
}
