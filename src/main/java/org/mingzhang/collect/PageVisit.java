package org.mingzhang.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.Resource;
import org.mingzhang.archive.Resource.Kind;
import org.mingzhang.archive.Visit;
import org.mingzhang.collect.http.Exchange;
import org.mingzhang.collect.http.Pace;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.Page;
import org.mingzhang.collect.page.PageReading;
import org.mingzhang.collect.source.Source;

/** Reads a whole answer: what it links, and which documents it is or has. */
final class PageVisit {
  private static final int LARGEST_PAGE = 20 << 20;

  private final Source source;
  private final Archive archive;
  private final Resource resource;
  private final Exchange exchange;
  private final VisitOutcome outcome;
  private final Instant now;
  private final DocumentReading documents;

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
    this.documents =
        new DocumentReading(source, archive, resource, exchange, outcome, now, capture);
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
      case DOCUMENT -> documents.file();
      case XML -> {
        if (list) {
          lists(run).feed(exchange.uri(), bytes());
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

  private ListReading lists(CollectionRun run) {
    return new ListReading(source, archive.frontier(), run, resource, outcome);
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
      lists(run).page(page, content, resource.link().depth());
    } else if (content.isList(main)) {
      int depth = resource.link().depth() + 1;
      if (depth <= source.limits().depth()) {
        lists(run).page(page, content, depth);
      } else {
        outcome.reason = "a list deeper than " + source.limits().depth() + " below the column";
      }
    } else {
      documents.page(page, content, main, bytes, parts);
    }
  }
}
