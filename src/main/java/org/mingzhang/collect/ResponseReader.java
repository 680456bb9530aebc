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

  private final FetchedResource fetched;
  private final DocumentPageReader documents;

  ResponseReader(FetchedResource fetched) {
    this.fetched = fetched;
    this.documents = new DocumentPageReader(fetched);
  }

  /**
   * Fetches the second and further pages of a text that a site divides into several web pages. It
   * returns the bytes of a page, or null if it cannot be fetched.
   */
  @FunctionalInterface
  interface PartFetcher {
    byte @Nullable [] fetch(URI uri) throws IOException, CrawlClock.RunInterruptedException;
  }

  /** Records that a known document was seen again, unchanged. */
  void markUnchanged() {
    fetched.visit().reason = fetched.resource().reason();
    fetched
        .archive()
        .findProvenance(fetched.resource().link().url())
        .ifPresent(
            p ->
                fetched
                    .visit()
                    .documents
                    .add(new VisitRecord.ObservedDocument(withSeenTime(p), null)));
  }

  private Provenance withSeenTime(Provenance p) {
    return new Provenance(
        p.url(),
        p.source(),
        p.page(),
        p.pageTitle(),
        p.label(),
        p.firstSeen(),
        fetched.now(),
        null,
        null,
        p.published(),
        p.publishedBy(),
        null,
        fetched.source().region(),
        fetched.source().agency());
  }

  /** Reads the response according to the kind of its content. */
  void read(CrawlRun run, PartFetcher parts)
      throws IOException, CrawlClock.RunInterruptedException {
    ContentKind kind = ContentKind.detect(fetched.exchange());
    boolean list =
        fetched.resource().link().kind() == Kind.LIST
            || fetched.resource().link().kind() == Kind.MORE;
    switch (kind) {
      case DOCUMENT -> documents.readFile();
      case XML -> {
        if (list) {
          createListReader(run).readFeed(fetched.exchange().uri(), readBody());
        } else {
          fetched.visit().addRefusal("a feed or sitemap where a document was expected");
        }
      }
      case HTML -> {
        if (fetched.resource().link().kind() == Kind.FILE) {
          refuseAsGone("a page is there instead of the file");
        } else {
          readPage(run, list, parts);
        }
      }
      case OTHER ->
          refuseAsGone("no document: " + printableType(fetched.exchange().head().mediaType()));
    }
  }

  private static String printableType(String type) {
    return type.isEmpty() ? "content of unknown type" : type.replaceAll("[^ -~]", "?");
  }

  /** Refuses the response; a document that was at this address before is marked as gone. */
  private void refuseAsGone(String reason) {
    fetched.visit().addRefusal(reason);
    if (fetched.archive().findProvenance(fetched.resource().link().url()).isPresent()) {
      fetched.visit().state = FrontierEntry.State.GONE;
      fetched.visit().gone.add(fetched.resource().link().url());
    }
  }

  private ListPageReader createListReader(CrawlRun run) {
    return new ListPageReader(
        fetched.source(), fetched.archive().frontier(), run, fetched.resource(), fetched.visit());
  }

  private byte[] readBody() throws IOException {
    try (InputStream in = fetched.exchange().content()) {
      return in.readNBytes(MAX_PAGE_BYTES);
    }
  }

  private void readPage(CrawlRun run, boolean list, PartFetcher parts)
      throws IOException, CrawlClock.RunInterruptedException {
    byte[] bytes = readBody();
    WebPage webPage = WebPage.parse(fetched.exchange().uri(), bytes);
    WebPageContent content = new WebPageContent(webPage);
    if (list) {
      createListReader(run).readPage(webPage, content, fetched.resource().link().depth());
      return;
    }
    MainText main = MainText.extract(webPage.document());
    if (content.isList(main)) {
      int depth = fetched.resource().link().depth() + 1;
      if (depth <= fetched.source().limits().depth()) {
        createListReader(run).readPage(webPage, content, depth);
      } else {
        fetched.visit().reason =
            "a list deeper than " + fetched.source().limits().depth() + " below the column";
      }
    } else {
      documents.readPage(webPage, content, main, bytes, parts);
    }
  }
}
