package org.mingzhang.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.FrontierEntry.Kind;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.http.CollectorClock;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.Page;
import org.mingzhang.collect.page.WebPageContent;

/** Reads a whole answer: what it links, and which documents it is or has. */
final class ResponseReader {
  private static final int LARGEST_PAGE = 20 << 20;

  private final FetchedResource fetched;
  private final DocumentPageReader documents;

  ResponseReader(FetchedResource fetched) {
    this.fetched = fetched;
    this.documents = new DocumentPageReader(fetched);
  }

  /** Fetches a further page of a text; null where it cannot be had. */
  @FunctionalInterface
  interface Parts {
    byte @Nullable [] fetch(URI uri) throws IOException, CollectorClock.Interrupted;
  }

  /** The address has what it had: what is known of it was seen again. */
  void unchanged() {
    fetched.outcome().reason = fetched.resource().reason();
    fetched
        .archive()
        .provenance(fetched.resource().link().url())
        .ifPresent(p -> fetched.outcome().documents.add(new VisitRecord.Sighting(seen(p), null)));
  }

  private Provenance seen(Provenance p) {
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

  /** Reads it. */
  void read(CollectionRun run, Parts parts) throws IOException, CollectorClock.Interrupted {
    ContentKind kind = ContentKind.of(fetched.exchange());
    boolean list =
        fetched.resource().link().kind() == Kind.LIST
            || fetched.resource().link().kind() == Kind.MORE;
    switch (kind) {
      case DOCUMENT -> documents.file();
      case XML -> {
        if (list) {
          lists(run).feed(fetched.exchange().uri(), bytes());
        } else {
          fetched.outcome().refuse("a feed or sitemap where a document was expected");
        }
      }
      case HTML -> {
        if (fetched.resource().link().kind() == Kind.FILE) {
          vanished("a page is there instead of the file");
        } else {
          page(run, list, parts);
        }
      }
      case OTHER -> vanished("no document: " + quoted(fetched.exchange().head().mediaType()));
    }
  }

  private static String quoted(String type) {
    return type.isEmpty() ? "content of no known type" : type.replaceAll("[^ -~]", "?");
  }

  /** What was a document and is something else now is gone. */
  private void vanished(String reason) {
    fetched.outcome().refuse(reason);
    if (fetched.archive().provenance(fetched.resource().link().url()).isPresent()) {
      fetched.outcome().state = FrontierEntry.State.GONE;
      fetched.outcome().gone.add(fetched.resource().link().url());
    }
  }

  private ListReader lists(CollectionRun run) {
    return new ListReader(
        fetched.source(), fetched.archive().frontier(), run, fetched.resource(), fetched.outcome());
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = fetched.exchange().content()) {
      return in.readNBytes(LARGEST_PAGE);
    }
  }

  private void page(CollectionRun run, boolean list, Parts parts)
      throws IOException, CollectorClock.Interrupted {
    byte[] bytes = bytes();
    Page page = Page.parse(fetched.exchange().uri(), bytes);
    WebPageContent content = new WebPageContent(page);
    if (list) {
      lists(run).page(page, content, fetched.resource().link().depth());
      return;
    }
    MainText main = MainText.of(page.document());
    if (content.isList(main)) {
      int depth = fetched.resource().link().depth() + 1;
      if (depth <= fetched.source().limits().depth()) {
        lists(run).page(page, content, depth);
      } else {
        fetched.outcome().reason =
            "a list deeper than " + fetched.source().limits().depth() + " below the column";
      }
    } else {
      documents.page(page, content, main, bytes, parts);
    }
  }
}
