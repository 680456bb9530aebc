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

/** Reads a page that is no list, or a file: the documents that it is and those that it links. */
final class DocumentReading {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int MOST_PARTS = 60;

  private final Source source;
  private final Archive archive;
  private final Resource resource;
  private final Exchange exchange;
  private final VisitOutcome outcome;
  private final Instant now;
  private final String capture;

  DocumentReading(
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

  /** Reads a page. */
  void page(Page page, PageReading content, MainText main, byte[] bytes, PageVisit.Parts parts)
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
          ListReading.link(
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
  private static List<Page> whole(Page page, PageReading content, PageVisit.Parts parts)
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
        if (!known.contains(uri) && !uri.equals(page.uri()) && known.size() < MOST_PARTS) {
          known.add(uri);
        }
      }
    }
    return pages;
  }

  /** Reads a file. */
  void file() throws IOException {
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
