package org.mingzhang.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.FrontierEntry.Kind;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.PageMerger;
import org.mingzhang.collect.page.PublicationDate;
import org.mingzhang.collect.page.WebPage;
import org.mingzhang.collect.page.WebPageContent;

/**
 * Reads a file, or a page that is not a list, and adds to the outcome of the visit the document
 * itself and the files that it links.
 */
final class DocumentPageReader {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int MAX_PARTS = 60;

  private final FetchedResource fetched;

  DocumentPageReader(FetchedResource fetched) {
    this.fetched = fetched;
  }

  void readPage(
      WebPage webPage,
      WebPageContent content,
      MainText main,
      byte[] bytes,
      ResponseReader.PartFetcher parts)
      throws IOException, CrawlClock.RunInterruptedException {
    Optional<PublicationDate> published =
        content
            .findPublication(
                fetched.resource().link().published(), fetched.resource().link().dated())
            .or(this::findDateInLastModifiedHeader);
    List<WebPageContent.PageLink> files =
        content.findFiles(fetched.source().rules().attachments()).stream()
            .filter(file -> fetched.source().exclusionReason(file.uri().toString()) == null)
            .toList();
    String title = webPage.title();
    for (WebPageContent.PageLink file : files) {
      fetched
          .visit()
          .links
          .add(
              ListPageReader.createLink(
                  file.uri(),
                  Kind.FILE,
                  fetched.resource().link().depth(),
                  webPage.uri(),
                  title,
                  file.label(),
                  published.map(PublicationDate::dateSource).orElse(null),
                  published.map(PublicationDate::day).orElse(null)));
    }
    List<WebPage> webPages = fetchAllPages(webPage, content, parts);
    String text = main.contentDigest();
    if (webPages.size() > 1) {
      text = mainTextDigest(webPages);
    }
    fetched.visit().mainDigest = text;
    if (content.isDocument(main, !files.isEmpty()) || webPages.size() > 1) {
      byte[] kept = webPages.size() > 1 ? PageMerger.merge(webPages) : bytes;
      boolean same =
          text.equals(fetched.resource().main())
              && fetched.archive().findProvenance(fetched.resource().link().url()).isPresent();
      InputStream in = same ? null : new ByteArrayInputStream(kept);
      addDocument(published.orElse(null), in, DocumentFileNamer.fromPageTitle(title));
    } else if (files.isEmpty()) {
      fetched.visit().reason = "neither a document nor a link to one";
    }
  }

  private static String mainTextDigest(List<WebPage> webPages) throws IOException {
    List<String> texts = new ArrayList<>();
    for (WebPage webPage : webPages) {
      texts.add(MainText.extract(webPage.document()).text());
    }
    return new MainText(texts.stream().collect(Collectors.joining("\n"))).contentDigest();
  }

  /**
   * Fetches the further pages of a text. Returns all of its pages, or only the given one if one of
   * the others cannot be fetched.
   */
  private static List<WebPage> fetchAllPages(
      WebPage webPage, WebPageContent content, ResponseReader.PartFetcher parts)
      throws IOException, CrawlClock.RunInterruptedException {
    List<WebPage> webPages = new ArrayList<>(List.of(webPage));
    List<URI> known = new ArrayList<>(content.findFurtherPagesOfText(webPage.uri()));
    for (int i = 0; i < known.size(); i++) {
      byte[] bytes = parts.fetch(known.get(i));
      if (bytes == null) {
        return List.of(webPage);
      }
      WebPage next = WebPage.parse(known.get(i), bytes);
      webPages.add(next);
      for (URI uri : new WebPageContent(next).findFurtherPagesOfText(webPage.uri())) {
        if (!known.contains(uri) && !uri.equals(webPage.uri()) && known.size() < MAX_PARTS) {
          known.add(uri);
        }
      }
    }
    return webPages;
  }

  void readFile() throws IOException {
    Link link = fetched.resource().link();
    PublicationDate published =
        link.published() != null && link.dated() != null
            ? new PublicationDate(link.published(), link.dated())
            : PublicationDate.findInAddress(fetched.exchange().uri().getRawPath())
                .or(this::findDateInLastModifiedHeader)
                .orElse(null);
    try (InputStream in = fetched.exchange().content()) {
      addDocument(
          published,
          in,
          DocumentFileNamer.chooseName(
              fetched.exchange().head(), link.label(), fetched.exchange().uri()));
    }
  }

  private Optional<PublicationDate> findDateInLastModifiedHeader() {
    return fetched
        .exchange()
        .head()
        .firstValue("last-modified")
        .flatMap(
            value -> {
              try {
                LocalDate day =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .withZoneSameInstant(CHINA)
                        .toLocalDate();
                return Optional.of(new PublicationDate(day, "Last-Modified: " + value));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  private void addDocument(
      @Nullable PublicationDate published, @Nullable InputStream content, String name)
      throws IOException {
    Link link = fetched.resource().link();
    OfferedFile offer =
        content == null
            ? null
            : OfferedFile.ofAddress(
                link.url(), name, fetched.archive().queue().storeContent(content));
    fetched
        .visit()
        .documents
        .add(
            new VisitRecord.ObservedDocument(
                new Provenance(
                    link.url(),
                    fetched.source().name(),
                    link.page(),
                    link.pageTitle(),
                    link.label().isBlank() ? null : link.label(),
                    fetched.now(),
                    fetched.now(),
                    null,
                    null,
                    published == null ? null : published.day(),
                    published == null ? null : published.dateSource(),
                    fetched.capture(),
                    fetched.source().region(),
                    fetched.source().agency()),
                offer));
  }
}
