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
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.FrontierEntry.Link;
import org.mingzhang.archive.FrontierEntry.State;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.http.FetchException;
import org.mingzhang.collect.http.HttpExchange;
import org.mingzhang.collect.http.RetryAfter;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.warc.WarcArchiveWriter;
import org.mingzhang.collect.warc.WarcRecordPosition;

/**
 * Fetches addresses of a source within its limits and the site's robots.txt, with retries and
 * back-off, and records links and documents of each response in a {@link VisitOutcome}. One for
 * each run; not thread-safe.
 */
final class AddressFetcher {
  private static final int MAX_TRIES = 3;

  /**
   * The pause after try n is this times 2 to the power of n: 20 seconds after the first, 40 after
   * the second.
   */
  private static final Duration BACK_OFF_UNIT = Duration.ofSeconds(10);

  /** Maximum Retry-After for which a run waits; for a longer one, the run is paused. */
  private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(10);

  private static final int MAX_REDIRECTS = 5;

  /**
   * Reason of a visit that failed because robots.txt could not be fetched; the next run tries
   * again.
   */
  static final String ROBOTS_TXT_UNAVAILABLE = "robots.txt of the site could not be fetched";

  private final CrawlSource source;
  private final Archive archive;
  private final Frontier frontier;
  private final PoliteFetcher fetcher;
  private final WarcArchiveWriter warcWriter;
  private final CrawlClock clock;
  private final CrawlListener listener;
  private int requestCount;

  AddressFetcher(
      CrawlSource source,
      Archive archive,
      PoliteFetcher fetcher,
      WarcArchiveWriter warcWriter,
      CrawlClock clock,
      CrawlListener listener) {
    this.source = source;
    this.archive = archive;
    this.frontier = archive.frontier();
    this.fetcher = fetcher;
    this.warcWriter = warcWriter;
    this.clock = clock;
    this.listener = listener;
  }

  private Instant now() {
    return clock.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * The reason why an address must not be fetched; null if it may be. Fetches the robots.txt of the
   * host if it is not cached.
   */
  @Nullable String refusalReason(URI uri) throws IOException, CrawlClock.RunInterruptedException {
    if (!source.allowsHost(uri)) {
      return "outside the source: " + uri.getRawAuthority() + " is not among its hosts";
    }
    try {
      BaseRobotRules rules = fetcher.fetchRobotRules(uri, source.limits().requestDelay());
      if (rules.isDeferVisits()) {
        return ROBOTS_TXT_UNAVAILABLE;
      }
      return rules.isAllowed(uri.toString()) ? null : "robots.txt of the site does not allow it";
    } catch (FetchException e) {
      return e.reason() + ": " + e.getMessage();
    }
  }

  /**
   * Fetches an address, with retries, stores the responses in the WARC files, and records the
   * result in the outcome of the visit.
   *
   * @return validators and digests of the response for the next visit; null if the address failed,
   *     was refused, redirects or is unchanged
   * @throws RunPausedException if the limit of requests is reached or the host asks for a long
   *     pause
   */
  VisitRecord.@Nullable Response fetch(
      CrawlRun run, FrontierEntry frontierEntry, URI uri, VisitOutcome visit)
      throws IOException, RunPausedException, CrawlClock.RunInterruptedException {
    for (int tries = 1; ; tries++) {
      enforceRequestLimit();
      visit.requestCount++;
      listener.requestStarting(source.name(), uri.toString());
      try (HttpExchange exchange = send(frontierEntry, uri)) {
        listener.responseReceived(source.name(), uri.toString(), exchange.status());
        if (isBusy(exchange)) {
          Object unused = warcWriter.store(exchange, null, visit.warcSizes);
          visit.warcSizes.forEach(frontier::recordWarcSize);
          backOffOrPause(
              uri,
              RetryAfter.computeDelay(
                  exchange.head(), clock.now(), frontierEntry.failureCount() + tries - 1),
              tries);
        } else if (exchange.status() >= 500 && tries < MAX_TRIES) {
          Object unused = warcWriter.store(exchange, null, visit.warcSizes);
          fetcher.backOff(uri, backOffDelay(tries));
        } else {
          return processResponse(run, frontierEntry, exchange, visit);
        }
      } catch (FetchException e) {
        if (!e.isWorthRetryingSoon() || tries == MAX_TRIES) {
          visit.addRefusal(e.reason() + ": " + e.getMessage());
          visit.state = e.isTransient() ? State.FAILED : State.REFUSED;
          return null;
        }
        fetcher.backOff(uri, backOffDelay(tries));
      }
    }
  }

  private void enforceRequestLimit() throws RunPausedException {
    if (requestCount >= source.limits().maxRequests()) {
      throw new RunPausedException(
          "stopped after " + requestCount + " requests, the most of a run",
          source.limits().interval());
    }
    requestCount++;
  }

  private HttpExchange send(FrontierEntry frontierEntry, URI uri)
      throws IOException, CrawlClock.RunInterruptedException {
    Duration delay = fetcher.crawlDelay(uri, source.limits().requestDelay());
    return fetcher.fetch(uri, frontierEntry.etag(), frontierEntry.lastModified(), delay);
  }

  private static boolean isBusy(HttpExchange exchange) {
    return exchange.status() == 429 || exchange.status() == 503;
  }

  private void backOffOrPause(URI uri, Duration delay, int tryCount) throws RunPausedException {
    fetcher.backOff(uri, delay);
    if (delay.compareTo(MAX_RETRY_AFTER) > 0 || tryCount > MAX_TRIES) {
      throw new RunPausedException(
          "the host asks to be left alone until " + now().plus(delay), delay);
    }
  }

  private static Duration backOffDelay(int tryCount) {
    return BACK_OFF_UNIT.multipliedBy(1L << tryCount);
  }

  private VisitRecord.@Nullable Response processResponse(
      CrawlRun run, FrontierEntry frontierEntry, HttpExchange exchange, VisitOutcome visit)
      throws IOException, RunPausedException, CrawlClock.RunInterruptedException {
    String digest = exchange.payloadSha1();
    boolean same =
        exchange.status() == 304
            || (exchange.status() == 200
                && exchange.fault() == null
                && digest.equals(frontierEntry.payloadDigest()));
    WarcRecordPosition capture =
        warcWriter.store(exchange, same ? frontierEntry.recordPosition() : null, visit.warcSizes);
    if (exchange.fault() != null) {
      throw exchange.fault();
    }
    ResponseReader reader =
        new ResponseReader(
            new FetchedResource(
                source, archive, frontierEntry, exchange, visit, now(), capture.format()));
    Optional<URI> redirect = PoliteFetcher.redirectTarget(exchange);
    if (redirect.isPresent()) {
      addRedirect(frontierEntry, redirect.get(), visit);
      return null;
    }
    if (exchange.status() == 304 && frontierEntry.payloadDigest() == null) {
      visit.addRefusal("HTTP 304 for what was never given");
      return null;
    }
    if (exchange.status() == 304 || (same && !isListPage(frontierEntry))) {
      reader.markUnchanged();
      return null;
    }
    if (exchange.status() != 200) {
      refuseUnsuccessfulResponse(frontierEntry, exchange.status(), visit);
      return null;
    }
    visit.listPageCount += isListPage(frontierEntry) ? 1 : 0;
    reader.read(run, uri -> fetchFurtherPage(uri, visit));
    return visit.state == State.DONE
        ? new VisitRecord.Response(
            exchange.head().firstValue("etag").orElse(null),
            exchange.head().firstValue("last-modified").orElse(null),
            digest,
            visit.mainTextDigest,
            same && frontierEntry.recordPosition() != null
                ? frontierEntry.recordPosition()
                : capture.format())
        : null;
  }

  private static boolean isListPage(FrontierEntry frontierEntry) {
    return frontierEntry.link().kind() == FrontierEntry.Kind.FIRST_LIST_PAGE
        || frontierEntry.link().kind() == FrontierEntry.Kind.FURTHER_LIST_PAGE;
  }

  private void addRedirect(FrontierEntry frontierEntry, URI target, VisitOutcome visit) {
    Link link = frontierEntry.link();
    if (link.hops() >= MAX_REDIRECTS) {
      visit.addRefusal("more than " + MAX_REDIRECTS + " redirects, one after the other");
      return;
    }
    if (target.toString().equals(link.url())) {
      visit.addRefusal("redirects to itself");
      return;
    }
    visit.reason = "redirects to " + target;
    visit.links.add(
        new Link(
            target.toString(),
            link.kind(),
            link.depth(),
            link.hops() + 1,
            link.linkingPageUrl(),
            link.pageTitle(),
            link.label(),
            link.dateText(),
            link.published()));
  }

  private void refuseUnsuccessfulResponse(
      FrontierEntry frontierEntry, int status, VisitOutcome visit) {
    visit.addRefusal("HTTP " + status);
    if (status >= 500) {
      visit.state = State.FAILED;
    } else if (status == 404 || status == 410) {
      markGone(frontierEntry.link().url(), visit);
    }
  }

  /**
   * Marks the document at an address as gone. If there never was one, the address is only a broken
   * link and stays refused.
   */
  private void markGone(String url, VisitOutcome visit) {
    if (archive.findProvenance(url).isPresent()) {
      visit.state = State.GONE;
      visit.goneUrls.add(url);
    }
  }

  /**
   * Fetches a further page of a text; null if it must not be fetched, the limit of requests is
   * reached, or the status is not 200.
   *
   * @throws FetchException if there is no complete response
   */
  private byte @Nullable [] fetchFurtherPage(URI uri, VisitOutcome visit)
      throws IOException, CrawlClock.RunInterruptedException {
    if (refusalReason(uri) != null || requestCount >= source.limits().maxRequests()) {
      return null;
    }
    requestCount++;
    visit.requestCount++;
    Duration delay = fetcher.crawlDelay(uri, source.limits().requestDelay());
    try (HttpExchange exchange = fetcher.fetch(uri, null, null, delay)) {
      Object unused = warcWriter.store(exchange, null, visit.warcSizes);
      listener.responseReceived(source.name(), uri.toString(), exchange.status());
      try (var in = exchange.content()) {
        return exchange.status() == 200 ? in.readAllBytes() : null;
      }
    }
  }
}
