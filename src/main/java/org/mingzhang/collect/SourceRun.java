package org.mingzhang.collect;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.Resource;
import org.mingzhang.archive.Resource.Link;
import org.mingzhang.archive.Resource.State;
import org.mingzhang.archive.Visit;
import org.mingzhang.collect.http.Exchange;
import org.mingzhang.collect.http.FetchException;
import org.mingzhang.collect.http.Pace;
import org.mingzhang.collect.http.RetryAfter;
import org.mingzhang.collect.source.Source;
import org.mingzhang.collect.warc.Capture;
import org.mingzhang.collect.warc.WarcStore;

/**
 * One run over one source: takes address after address from the frontier until nothing waits, the
 * run has made as many requests as it may, the host asks to be left alone, or it is told to stop.
 * Used by one thread.
 */
final class SourceRun {
  private static final int MOST_TRIES = 3;
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);

  /** A host that wants to be left alone for longer is left to a later run. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final int MOST_HOPS = 5;

  private final Source source;
  private final Archive archive;
  private final Frontier frontier;
  private final Requests requests;
  private final WarcStore warc;
  private final Pace pace;
  private final CollectListener listener;
  private final BooleanSupplier stop;
  private int made;
  private int entries;
  private int lists;

  SourceRun(
      Source source,
      Archive archive,
      Requests requests,
      WarcStore warc,
      Pace pace,
      CollectListener listener,
      BooleanSupplier stop) {
    this.source = source;
    this.archive = archive;
    this.frontier = archive.frontier();
    this.requests = requests;
    this.warc = warc;
    this.pace = pace;
    this.listener = listener;
    this.stop = stop;
  }

  /** Not an error of an address: the run goes on later. */
  private static final class Pause extends Exception {
    private static final long serialVersionUID = 1L;

    Pause(String message) {
      super(message);
    }
  }

  private Instant now() {
    return pace.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Runs; returns how it ended. */
  CollectionRun run() throws IOException, Pace.Interrupted {
    CollectionRun run = begun();
    try {
      while (!stop.getAsBoolean()) {
        Optional<Resource> next = frontier.next(run);
        if (next.isEmpty()) {
          frontier.end(run, now(), verdict(run));
          break;
        }
        visit(run, next.get());
      }
    } catch (Pause pause) {
      frontier.pause(run, String.valueOf(pause.getMessage()));
    }
    CollectionRun ended = frontier.lastRun(source.name()).orElse(run);
    listener.ended(source.name(), ended);
    return ended;
  }

  private CollectionRun begun() throws IOException, Pace.Interrupted {
    List<Link> seeds = new ArrayList<>(List.of(Link.seed(source.url().toString())));
    if (source.rules().sitemaps()) {
      List<String> named = requests.robots(source.url(), source.limits().delay()).getSitemaps();
      List<String> maps =
          named.isEmpty() ? List.of(source.url().resolve("/sitemap.xml").toString()) : named;
      maps.forEach(map -> seeds.add(Link.seed(map)));
    }
    Instant now = now();
    return frontier.begin(source.name(), seeds, now, now.minus(source.limits().recheck()));
  }

  /** A source that gave entries once and gives none any more is told. */
  private @Nullable String verdict(CollectionRun run) {
    Optional<Resource> column = frontier.find(source.url().toString());
    if (column.isPresent() && column.get().state() != State.DONE) {
      return "the column itself was not read: " + column.get().reason();
    }
    return run.whole() && entries == 0 && lists > 0 ? "no entry was found in the column" : null;
  }

  private void visit(CollectionRun run, Resource resource)
      throws IOException, Pause, Pace.Interrupted {
    URI uri = URI.create(resource.link().url());
    VisitOutcome outcome = new VisitOutcome();
    Visit.Answer answer = null;
    String refusal = refusal(uri);
    if (refusal != null) {
      outcome.refuse(refusal);
    } else {
      answer = asked(run, resource, uri, outcome);
    }
    entries += outcome.entries;
    frontier.visited(
        run,
        new Visit(
            resource,
            outcome.state,
            now(),
            outcome.reason,
            answer,
            outcome.links,
            outcome.again,
            outcome.documents,
            outcome.gone,
            outcome.warc,
            outcome.requests));
    tell(resource, outcome);
  }

  private void tell(Resource resource, VisitOutcome outcome) {
    String url = resource.link().url();
    for (Visit.Sighting seen : outcome.documents) {
      if (seen.offer() != null) {
        boolean changed = resource.digest() != null;
        listener.document(source.name(), seen.provenance().url(), seen.offer().name(), changed);
      }
    }
    String reason = String.valueOf(outcome.reason);
    outcome.gone.forEach(gone -> listener.gone(source.name(), gone, reason));
    if (outcome.state == State.REFUSED || outcome.state == State.FAILED) {
      listener.refused(source.name(), url, reason);
    }
  }

  /** Why an address is not asked for; null if it may be. */
  private @Nullable String refusal(URI uri) throws IOException, Pace.Interrupted {
    if (!source.holds(uri)) {
      return "outside the source: " + uri.getRawAuthority() + " is not among its hosts";
    }
    try {
      return requests.robots(uri, source.limits().delay()).isAllowed(uri.toString())
          ? null
          : "robots.txt of the site does not allow it";
    } catch (FetchException e) {
      return e.reason() + ": " + e.getMessage();
    }
  }

  /** Asks until there is an answer to go by, and makes of it what there is. */
  private Visit.@Nullable Answer asked(
      CollectionRun run, Resource resource, URI uri, VisitOutcome outcome)
      throws IOException, Pause, Pace.Interrupted {
    for (int tries = 1; ; tries++) {
      count();
      outcome.requests++;
      try (Exchange exchange = fetched(resource, uri)) {
        listener.answered(source.name(), uri.toString(), exchange.status());
        if (isBusy(exchange)) {
          Object unused = warc.keep(exchange, null, outcome.warc);
          outcome.warc.forEach(frontier::warc);
          wait(
              uri,
              RetryAfter.of(exchange.head(), pace.now(), resource.failures() + tries - 1),
              tries);
        } else if (exchange.status() >= 500 && tries < MOST_TRIES) {
          Object unused = warc.keep(exchange, null, outcome.warc);
          requests.backOff(uri, backOff(tries));
        } else {
          return answered(run, resource, exchange, outcome);
        }
      } catch (FetchException e) {
        if (!e.passing() || tries == MOST_TRIES) {
          outcome.refuse(e.reason() + ": " + e.getMessage());
          outcome.state = e.passing() ? State.FAILED : State.REFUSED;
          return null;
        }
        requests.backOff(uri, backOff(tries));
      }
    }
  }

  private void count() throws Pause {
    if (made >= source.limits().requests()) {
      throw new Pause("stopped after " + made + " requests, the most of a run");
    }
    made++;
  }

  private Exchange fetched(Resource resource, URI uri) throws IOException, Pace.Interrupted {
    Duration delay = requests.delay(uri, source.limits().delay());
    return requests.fetched(uri, resource.etag(), resource.modified(), delay);
  }

  private static boolean isBusy(Exchange exchange) {
    return exchange.status() == 429 || exchange.status() == 503;
  }

  private void wait(URI uri, Duration time, int tries) throws Pause {
    requests.backOff(uri, time);
    if (time.compareTo(LONGEST_WAIT) > 0 || tries > MOST_TRIES) {
      throw new Pause("the host asks to be left alone until " + now().plus(time));
    }
  }

  private static Duration backOff(int tries) {
    return FIRST_BACK_OFF.multipliedBy(1L << tries);
  }

  private Visit.@Nullable Answer answered(
      CollectionRun run, Resource resource, Exchange exchange, VisitOutcome outcome)
      throws IOException, Pause, Pace.Interrupted {
    String digest = exchange.payloadSha1();
    boolean same =
        exchange.status() == 304
            || (exchange.status() == 200
                && exchange.fault() == null
                && digest.equals(resource.digest()));
    Capture capture = warc.keep(exchange, same ? resource.capture() : null, outcome.warc);
    if (exchange.fault() != null) {
      throw exchange.fault();
    }
    PageVisit page =
        new PageVisit(source, archive, resource, exchange, outcome, now(), capture.print());
    Optional<URI> redirect = Requests.redirect(exchange);
    if (redirect.isPresent()) {
      redirected(resource, redirect.get(), outcome);
      return null;
    }
    if (exchange.status() == 304 && resource.digest() == null) {
      outcome.refuse("HTTP 304 for what was never given");
      return null;
    }
    if (exchange.status() == 304 || (same && !isList(resource))) {
      page.unchanged();
      return null;
    }
    if (exchange.status() != 200) {
      missing(resource, exchange.status(), outcome);
      return null;
    }
    lists += isList(resource) ? 1 : 0;
    page.read(run, uri -> part(uri, outcome));
    String main = outcome.main;
    return outcome.state == State.DONE
        ? new Visit.Answer(
            exchange.head().first("etag").orElse(null),
            exchange.head().first("last-modified").orElse(null),
            digest,
            main,
            same && resource.capture() != null ? resource.capture() : capture.print())
        : null;
  }

  private static boolean isList(Resource resource) {
    return resource.link().kind() == Resource.Kind.LIST
        || resource.link().kind() == Resource.Kind.MORE;
  }

  private void redirected(Resource resource, URI target, VisitOutcome outcome) {
    Link link = resource.link();
    if (link.hops() >= MOST_HOPS) {
      outcome.refuse("more than " + MOST_HOPS + " redirects, one after the other");
      return;
    }
    if (target.toString().equals(link.url())) {
      outcome.refuse("redirects to itself");
      return;
    }
    outcome.reason = "redirects to " + target;
    outcome.links.add(
        new Link(
            target.toString(),
            link.kind(),
            link.depth(),
            link.hops() + 1,
            link.page(),
            link.pageTitle(),
            link.label(),
            link.dated(),
            link.published()));
  }

  private void missing(Resource resource, int status, VisitOutcome outcome) {
    outcome.refuse("HTTP " + status);
    if (status >= 500) {
      outcome.state = State.FAILED;
    } else if (status == 404 || status == 410) {
      outcome.state = State.GONE;
      outcome.gone.add(resource.link().url());
    }
  }

  /** A further page of a text; null where it cannot be had. */
  private byte @Nullable [] part(URI uri, VisitOutcome outcome)
      throws IOException, Pace.Interrupted {
    if (refusal(uri) != null || made >= source.limits().requests()) {
      return null;
    }
    made++;
    outcome.requests++;
    Duration delay = requests.delay(uri, source.limits().delay());
    try (Exchange exchange = requests.fetched(uri, null, null, delay)) {
      Object unused = warc.keep(exchange, null, outcome.warc);
      listener.answered(source.name(), uri.toString(), exchange.status());
      try (var in = exchange.content()) {
        return exchange.status() == 200 ? in.readAllBytes() : null;
      }
    }
  }
}
