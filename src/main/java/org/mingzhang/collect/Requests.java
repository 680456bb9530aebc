package org.mingzhang.collect;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Frontier;
import org.mingzhang.collect.http.CollectorClock;
import org.mingzhang.collect.http.Exchange;
import org.mingzhang.collect.http.FetchException;
import org.mingzhang.collect.http.HostThrottle;
import org.mingzhang.collect.http.HttpFetcher;
import org.mingzhang.collect.http.WebAddress;
import org.mingzhang.collect.warc.WarcStore;

/**
 * Requests as sites want them: what robots.txt forbids is not asked for (RFC 9309), one request at
 * a time a host, apart by the longer of the source's delay and the site's Crawl-delay. Every answer
 * is kept. Safe on many threads.
 */
final class Requests {
  private static final String ROBOT = "mingzhang";
  private static final int LARGEST_ROBOTS = 512 * 1024;
  private static final int MOST_REDIRECTS = 5;
  private static final Duration ROBOTS_LAST = Duration.ofDays(1);

  private final HttpFetcher fetcher;
  private final WarcStore warc;
  private final Frontier frontier;
  private final HostThrottle gate;
  private final CollectorClock pace;
  private final Map<String, Known> robots = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> hosts = new ConcurrentHashMap<>();

  private record Known(BaseRobotRules rules, Instant until) {}

  Requests(HttpFetcher fetcher, WarcStore warc, Frontier frontier, CollectorClock pace) {
    this.fetcher = fetcher;
    this.warc = warc;
    this.frontier = frontier;
    this.gate = new HostThrottle(pace);
    this.pace = pace;
  }

  /** What robots.txt of a host says; asks for it once a day. */
  BaseRobotRules robots(URI uri, Duration delay) throws CollectorClock.Interrupted, IOException {
    String authority = WebAddress.authority(uri);
    Known known = robots.get(authority);
    if (known == null || known.until().isBefore(pace.now())) {
      known = new Known(ask(uri.resolve("/robots.txt"), delay), pace.now().plus(ROBOTS_LAST));
      robots.put(authority, known);
    }
    return known.rules();
  }

  /** Rules for a host whose robots.txt could not be fetched: nothing is asked for now. */
  private static BaseRobotRules notKnown() {
    SimpleRobotRules rules = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
    rules.setDeferVisits(true);
    return rules;
  }

  /** A server that cannot be asked for its rules is not asked for anything else. */
  private BaseRobotRules ask(URI uri, Duration delay)
      throws CollectorClock.Interrupted, IOException {
    URI asked = uri;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      try (Exchange exchange = fetched(asked, null, null, delay)) {
        Map<String, Long> sizes = new ConcurrentHashMap<>();
        Object unused = warc.keep(exchange, null, sizes);
        sizes.forEach(frontier::recordWarcSize);
        if (exchange.status() >= 500 || exchange.status() == 429) {
          return notKnown();
        }
        if (exchange.status() == 200 && exchange.fault() == null) {
          return parsed(uri, exchange);
        }
        Optional<URI> target = redirect(exchange);
        if (target.isEmpty()) {
          return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        asked = target.get();
      } catch (FetchException e) {
        if (!e.passing()) {
          throw e;
        }
        return notKnown();
      }
    }
    return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
  }

  private static BaseRobotRules parsed(URI uri, Exchange exchange) throws IOException {
    try (InputStream in = exchange.content()) {
      return new SimpleRobotRulesParser()
          .parseContent(
              uri.toString(),
              in.readNBytes(LARGEST_ROBOTS),
              exchange.head().mediaType(),
              List.of(ROBOT));
    }
  }

  /** Where an answer sends on to; empty if it does not, or to nothing that can be fetched. */
  static Optional<URI> redirect(Exchange exchange) {
    return switch (exchange.status()) {
      case 301, 302, 303, 307, 308 ->
          exchange.head().first("location").flatMap(to -> WebAddress.of(exchange.uri(), to));
      default -> Optional.empty();
    };
  }

  /** The delay between requests to a host. */
  Duration delay(URI uri, Duration own) throws CollectorClock.Interrupted, IOException {
    long asked = robots(uri, own).getCrawlDelay();
    Duration theirs =
        asked == BaseRobotRules.UNSET_CRAWL_DELAY ? Duration.ZERO : Duration.ofMillis(asked);
    return theirs.compareTo(own) > 0 ? theirs : own;
  }

  /** Asks when the host may be asked. */
  Exchange fetched(URI uri, @Nullable String etag, @Nullable String modified, Duration delay)
      throws CollectorClock.Interrupted, IOException {
    String authority = WebAddress.authority(uri);
    ReentrantLock one = hosts.computeIfAbsent(authority, host -> new ReentrantLock());
    one.lock();
    try {
      gate.await(authority);
      return fetcher.fetch(uri, etag, modified);
    } finally {
      gate.ended(authority, delay);
      one.unlock();
    }
  }

  /** Leaves a host alone for a time. */
  void backOff(URI uri, Duration time) {
    gate.ended(WebAddress.authority(uri), time);
  }
}
