package org.mingzhang.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.FrontierEntry.Kind;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.WebPage;
import org.mingzhang.collect.page.WebPageContent;

/** Reads a complete response and adds its links and documents to the outcome of the visit. */
final class ResponseReader {
  private static final int MAX_PAGE_BYTES = 20 << 20;

  private final FetchedResource fetchedResource;
  private final DocumentPageReader documentReader;

  ResponseReader(FetchedResource fetchedResource) {
    this.fetchedResource = fetchedResource;
    this.documentReader = new DocumentPageReader(fetchedResource);
  }

  /**
   * Fetches the second and further pages of a text that a site divides into several web pages. It
   * returns the bytes of a page, or null if it must not be fetched or the site does not have it.
   */
  @FunctionalInterface
  interface PartFetcher {
    byte @Nullable [] fetch(URI uri) throws IOException, CrawlClock.RunInterruptedException;
  }

  /**
   * Records that a known document was seen again, unchanged, and keeps the reason of the last
   * visit.
   */
  void markUnchanged() {
    fetchedResource.visit().reason = fetchedResource.frontierEntry().reason();
    fetchedResource
        .archive()
        .findProvenance(fetchedResource.frontierEntry().link().url())
        .ifPresent(
            p ->
                fetchedResource
                    .visit()
                    .observedDocuments
                    .add(new VisitRecord.ObservedDocument(withSeenTime(p), null)));
  }

  private Provenance withSeenTime(Provenance provenance) {
    return new Provenance(
        provenance.url(),
        provenance.source(),
        provenance.linkingPageUrl(),
        provenance.linkingPageTitle(),
        provenance.label(),
        provenance.firstSeen(),
        fetchedResource.fetchedAt(),
        null,
        null,
        provenance.published(),
        provenance.publishedBy(),
        null,
        fetchedResource.source().region(),
        fetchedResource.source().agency());
  }

  /** Reads the response according to the kind of its content. */
  void read(CrawlRun run, PartFetcher partFetcher)
      throws IOException, CrawlClock.RunInterruptedException {
    ContentKind kind = ContentKind.detect(fetchedResource.exchange());
    boolean list =
        fetchedResource.frontierEntry().link().kind() == Kind.FIRST_LIST_PAGE
            || fetchedResource.frontierEntry().link().kind() == Kind.FURTHER_LIST_PAGE;
    switch (kind) {
      case DOCUMENT -> documentReader.readFile();
      case XML -> {
        if (list) {
          createListReader(run).readFeed(fetchedResource.exchange().uri(), readBody());
        } else {
          fetchedResource.visit().addRefusal("a feed or sitemap where a document was expected");
        }
      }
      case HTML -> {
        if (fetchedResource.frontierEntry().link().kind() == Kind.FILE) {
          refuseAsGone("a page is there instead of the file");
        } else {
          readPage(run, list, partFetcher);
        }
      }
      case OTHER ->
          refuseAsGone(
              "no document: " + printableType(fetchedResource.exchange().head().mediaType()));
    }
  }

  private static String printableType(String type) {
    return type.isEmpty() ? "content of unknown type" : type.replaceAll("[^ -~]", "?");
  }

  /** Refuses the response; a document that was at this address before is marked as gone. */
  private void refuseAsGone(String reason) {
    fetchedResource.visit().addRefusal(reason);
    if (fetchedResource
        .archive()
        .findProvenance(fetchedResource.frontierEntry().link().url())
        .isPresent()) {
      fetchedResource.visit().state = FrontierEntry.State.GONE;
      fetchedResource.visit().goneUrls.add(fetchedResource.frontierEntry().link().url());
    }
  }

  private ListPageReader createListReader(CrawlRun run) {
    return new ListPageReader(
        fetchedResource.source(),
        fetchedResource.archive().frontier(),
        run,
        fetchedResource.frontierEntry(),
        fetchedResource.visit());
  }

  private byte[] readBody() throws IOException {
    try (InputStream in = fetchedResource.exchange().content()) {
      return in.readNBytes(MAX_PAGE_BYTES);
    }
  }

  private void readPage(CrawlRun run, boolean isList, PartFetcher partFetcher)
      throws IOException, CrawlClock.RunInterruptedException {
    byte[] bytes = readBody();
    WebPage webPage = WebPage.parse(fetchedResource.exchange().uri(), bytes);
    WebPageContent content = new WebPageContent(webPage);
    if (isList) {
      createListReader(run)
          .readPage(webPage, content, fetchedResource.frontierEntry().link().depth());
      return;
    }
    MainText main = MainText.extract(webPage.document());
    if (content.isList(main)) {
      int depth = fetchedResource.frontierEntry().link().depth() + 1;
      if (depth <= fetchedResource.source().limits().maxDepth()) {
        createListReader(run).readPage(webPage, content, depth);
      } else {
        fetchedResource.visit().reason =
            "a list deeper than "
                + fetchedResource.source().limits().maxDepth()
                + " below the column";
      }
    } else {
      documentReader.readPage(webPage, content, main, bytes, partFetcher);
    }
  }
}
