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
  private static final int MAX_PAGES = 60;

  private final FetchedResource fetchedResource;

  DocumentPageReader(FetchedResource fetchedResource) {
    this.fetchedResource = fetchedResource;
  }

  /**
   * Adds to the outcome the files that a page links, and the page itself if it is a document.
   * Further pages of its text are fetched and merged with it. The content of a document whose main
   * text is unchanged is not stored again.
   */
  void readPage(
      WebPage webPage,
      WebPageContent content,
      MainText main,
      byte[] bytes,
      ResponseReader.PartFetcher partFetcher)
      throws IOException, CrawlClock.RunInterruptedException {
    Optional<PublicationDate> published =
        content
            .findPublication(
                fetchedResource.frontierEntry().link().published(),
                fetchedResource.frontierEntry().link().dateText())
            .or(this::findDateInLastModifiedHeader);
    List<WebPageContent.PageLink> files =
        content.findFiles(fetchedResource.source().rules().attachmentSelector()).stream()
            .filter(file -> fetchedResource.source().exclusionReason(file.uri().toString()) == null)
            .toList();
    String title = webPage.title();
    for (WebPageContent.PageLink file : files) {
      fetchedResource
          .visit()
          .links
          .add(
              ListPageReader.createLink(
                  file.uri(),
                  Kind.FILE,
                  fetchedResource.frontierEntry().link().depth(),
                  webPage.uri(),
                  title,
                  file.label(),
                  published.map(PublicationDate::dateSource).orElse(null),
                  published.map(PublicationDate::day).orElse(null)));
    }
    List<WebPage> webPages = fetchAllPages(webPage, content, partFetcher);
    String text = main.contentDigest();
    if (webPages.size() > 1) {
      text = mainTextDigest(webPages);
    }
    fetchedResource.visit().mainTextDigest = text;
    if (content.isDocument(main, !files.isEmpty()) || webPages.size() > 1) {
      byte[] kept = webPages.size() > 1 ? PageMerger.merge(webPages) : bytes;
      boolean same =
          text.equals(fetchedResource.frontierEntry().mainTextDigest())
              && fetchedResource
                  .archive()
                  .findProvenance(fetchedResource.frontierEntry().link().url())
                  .isPresent();
      InputStream in = same ? null : new ByteArrayInputStream(kept);
      addDocument(published.orElse(null), in, DocumentFileNamer.fromPageTitle(title));
    } else if (files.isEmpty()) {
      fetchedResource.visit().reason = "neither a document nor a link to one";
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
   * Fetches the further pages of a text. Returns all of its pages, the given one first, or only the
   * given one if the fetcher returns null for another.
   */
  private static List<WebPage> fetchAllPages(
      WebPage webPage, WebPageContent content, ResponseReader.PartFetcher partFetcher)
      throws IOException, CrawlClock.RunInterruptedException {
    List<WebPage> webPages = new ArrayList<>(List.of(webPage));
    List<URI> known = new ArrayList<>(content.findFurtherPagesOfText(webPage.uri()));
    for (int i = 0; i < known.size(); i++) {
      byte[] bytes = partFetcher.fetch(known.get(i));
      if (bytes == null) {
        return List.of(webPage);
      }
      WebPage next = WebPage.parse(known.get(i), bytes);
      webPages.add(next);
      for (URI uri : new WebPageContent(next).findFurtherPagesOfText(webPage.uri())) {
        if (!known.contains(uri) && !uri.equals(webPage.uri()) && known.size() < MAX_PAGES) {
          known.add(uri);
        }
      }
    }
    return webPages;
  }

  /** Stores the file in the archive and adds it to the outcome. */
  void readFile() throws IOException {
    Link link = fetchedResource.frontierEntry().link();
    PublicationDate published =
        link.published() != null && link.dateText() != null
            ? new PublicationDate(link.published(), link.dateText())
            : PublicationDate.findInAddress(fetchedResource.exchange().uri().getRawPath())
                .or(this::findDateInLastModifiedHeader)
                .orElse(null);
    try (InputStream in = fetchedResource.exchange().content()) {
      addDocument(
          published,
          in,
          DocumentFileNamer.chooseName(
              fetchedResource.exchange().head(), link.label(), fetchedResource.exchange().uri()));
    }
  }

  private Optional<PublicationDate> findDateInLastModifiedHeader() {
    return fetchedResource
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
    Link link = fetchedResource.frontierEntry().link();
    OfferedFile offer =
        content == null
            ? null
            : OfferedFile.ofAddress(
                link.url(), name, fetchedResource.archive().queue().storeContent(content));
    fetchedResource
        .visit()
        .observedDocuments
        .add(
            new VisitRecord.ObservedDocument(
                new Provenance(
                    link.url(),
                    fetchedResource.source().name(),
                    link.linkingPageUrl(),
                    link.pageTitle(),
                    link.label().isBlank() ? null : link.label(),
                    fetchedResource.fetchedAt(),
                    fetchedResource.fetchedAt(),
                    null,
                    null,
                    published == null ? null : published.day(),
                    published == null ? null : published.dateSource(),
                    fetchedResource.recordPosition(),
                    fetchedResource.source().region(),
                    fetchedResource.source().agency()),
                offer));
  }
}
