package org.mingzhang.collect;

import crawlercommons.robots.BaseRobotRules;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.archive.FrontierEntry.State;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.http.CollectorClock;
import org.mingzhang.collect.http.Exchange;
import org.mingzhang.collect.http.FetchException;
import org.mingzhang.collect.http.RetryAfter;
import org.mingzhang.collect.source.Source;
import org.mingzhang.collect.warc.Capture;
import org.mingzhang.collect.warc.WarcStore;

/**
 * Asks for one address after the other, as the rules of the source, of the site and of good manners
 * have it, and makes of the answers what there is. One a run; used by one thread.
 */
final class AddressRequests {
  private static final int MOST_TRIES = 3;
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);

  /** A host that wants to be left alone for longer is left to a later run. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final int MOST_HOPS = 5;

  /** Why nothing is asked of a server whose rules are not known; the next run tries again. */
  static final String NO_RULES = "robots.txt of the site could not be fetched";

  private final Source source;
  private final Archive archive;
  private final Frontier frontier;
  private final Requests requests;
  private final WarcStore warc;
  private final CollectorClock pace;
  private final CollectListener listener;
  private int made;

  AddressRequests(
      Source source,
      Archive archive,
      Requests requests,
      WarcStore warc,
      CollectorClock pace,
      CollectListener listener) {
    this.source = source;
    this.archive = archive;
    this.frontier = archive.frontier();
    this.requests = requests;
    this.warc = warc;
    this.pace = pace;
    this.listener = listener;
  }

  private Instant now() {
    return pace.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Why an address is not asked for; null if it may be. */
  @Nullable String refusal(URI uri) throws IOException, CollectorClock.Interrupted {
    if (!source.holds(uri)) {
      return "outside the source: " + uri.getRawAuthority() + " is not among its hosts";
    }
    try {
      BaseRobotRules rules = requests.robots(uri, source.limits().delay());
      if (rules.isDeferVisits()) {
        return NO_RULES;
      }
      return rules.isAllowed(uri.toString()) ? null : "robots.txt of the site does not allow it";
    } catch (FetchException e) {
      return e.reason() + ": " + e.getMessage();
    }
  }

  /** Asks until there is an answer to go by, and makes of it what there is. */
  VisitRecord.@Nullable Answer ask(
      CollectionRun run, FrontierEntry resource, URI uri, VisitOutcome outcome)
      throws IOException, RunPausedException, CollectorClock.Interrupted {
    for (int tries = 1; ; tries++) {
      count();
      outcome.requests++;
      listener.asking(source.name(), uri.toString());
      try (Exchange exchange = fetched(resource, uri)) {
        listener.answered(source.name(), uri.toString(), exchange.status());
        if (isBusy(exchange)) {
          Object unused = warc.keep(exchange, null, outcome.warc);
          outcome.warc.forEach(frontier::recordWarcSize);
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

  private void count() throws RunPausedException {
    if (made >= source.limits().requests()) {
      throw new RunPausedException(
          "stopped after " + made + " requests, the most of a run", source.limits().every());
    }
    made++;
  }

  private Exchange fetched(FrontierEntry resource, URI uri)
      throws IOException, CollectorClock.Interrupted {
    Duration delay = requests.delay(uri, source.limits().delay());
    return requests.fetched(uri, resource.etag(), resource.modified(), delay);
  }

  private static boolean isBusy(Exchange exchange) {
    return exchange.status() == 429 || exchange.status() == 503;
  }

  private void wait(URI uri, Duration time, int tries) throws RunPausedException {
    requests.backOff(uri, time);
    if (time.compareTo(LONGEST_WAIT) > 0 || tries > MOST_TRIES) {
      throw new RunPausedException(
          "the host asks to be left alone until " + now().plus(time), time);
    }
  }

  private static Duration backOff(int tries) {
    return FIRST_BACK_OFF.multipliedBy(1L << tries);
  }

  private VisitRecord.@Nullable Answer answered(
      CollectionRun run, FrontierEntry resource, Exchange exchange, VisitOutcome outcome)
      throws IOException, RunPausedException, CollectorClock.Interrupted {
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
        new PageVisit(
            new FetchedResource(
                source, archive, resource, exchange, outcome, now(), capture.print()));
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
    outcome.lists += isList(resource) ? 1 : 0;
    page.read(run, uri -> part(uri, outcome));
    return outcome.state == State.DONE
        ? new VisitRecord.Answer(
            exchange.head().first("etag").orElse(null),
            exchange.head().first("last-modified").orElse(null),
            digest,
            outcome.main,
            same && resource.capture() != null ? resource.capture() : capture.print())
        : null;
  }

  private static boolean isList(FrontierEntry resource) {
    return resource.link().kind() == FrontierEntry.Kind.LIST
        || resource.link().kind() == FrontierEntry.Kind.MORE;
  }

  private void redirected(FrontierEntry resource, URI target, VisitOutcome outcome) {
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

  private void missing(FrontierEntry resource, int status, VisitOutcome outcome) {
    outcome.refuse("HTTP " + status);
    if (status >= 500) {
      outcome.state = State.FAILED;
    } else if (status == 404 || status == 410) {
      gone(resource.link().url(), outcome);
    }
  }

  /** What was never there is not gone: a list names it and the site does not have it. */
  private void gone(String url, VisitOutcome outcome) {
    if (archive.provenance(url).isPresent()) {
      outcome.state = State.GONE;
      outcome.gone.add(url);
    }
  }

  /** A further page of a text; null where it cannot be had. */
  private byte @Nullable [] part(URI uri, VisitOutcome outcome)
      throws IOException, CollectorClock.Interrupted {
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
