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
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.http.FetchException;
import org.mingzhang.collect.http.HostThrottle;
import org.mingzhang.collect.http.HttpExchange;
import org.mingzhang.collect.http.HttpFetcher;
import org.mingzhang.collect.http.UrlCanonicalizer;
import org.mingzhang.collect.warc.WarcArchiveWriter;

/**
 * Fetches with the politeness that sites require: robots.txt (RFC 9309) is read and cached, and one
 * request at a time is sent to a host, with the longer of the source's delay and the site's
 * Crawl-delay between them. Callers must check {@link #fetchRobotRules} before {@link #fetch}.
 * Thread-safe.
 */
final class PoliteFetcher {
  private static final String ROBOT_NAME = "mingzhang";
  private static final int MAX_ROBOTS_BYTES = 512 * 1024;
  private static final int MAX_REDIRECTS = 5;
  private static final Duration ROBOTS_LIFETIME = Duration.ofDays(1);

  private final HttpFetcher fetcher;
  private final WarcArchiveWriter warcWriter;
  private final Frontier frontier;
  private final HostThrottle throttle;
  private final CrawlClock clock;
  private final Map<String, CachedRules> rulesByHost = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> hostLocks = new ConcurrentHashMap<>();

  /** The rules of a host's robots.txt and the time until which they are valid. */
  private record CachedRules(BaseRobotRules rules, Instant expiresAt) {}

  PoliteFetcher(
      HttpFetcher fetcher, WarcArchiveWriter warcWriter, Frontier frontier, CrawlClock clock) {
    this.fetcher = fetcher;
    this.warcWriter = warcWriter;
    this.frontier = frontier;
    this.throttle = new HostThrottle(clock);
    this.clock = clock;
  }

  /**
   * The rules of a host's robots.txt. The rules are cached for {@link #ROBOTS_LIFETIME}, including
   * the rule that defers all visits if the file could not be fetched.
   *
   * @throws FetchException if the host must not be accessed, or its response is not acceptable
   */
  BaseRobotRules fetchRobotRules(URI uri, Duration delay)
      throws CrawlClock.RunInterruptedException, IOException {
    String authority = UrlCanonicalizer.authority(uri);
    CachedRules cached = rulesByHost.get(authority);
    if (cached == null || cached.expiresAt().isBefore(clock.now())) {
      BaseRobotRules rules = fetchUncachedRobotRules(uri.resolve("/robots.txt"), delay);
      cached = new CachedRules(rules, clock.now().plus(ROBOTS_LIFETIME));
      rulesByHost.put(authority, cached);
    }
    return cached.rules();
  }

  /** The rules for a host whose robots.txt cannot be fetched: all visits are deferred. */
  private static BaseRobotRules rulesDeferringAllVisits() {
    SimpleRobotRules rules = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
    rules.setDeferVisits(true);
    return rules;
  }

  private BaseRobotRules fetchUncachedRobotRules(URI uri, Duration delay)
      throws CrawlClock.RunInterruptedException, IOException {
    URI requested = uri;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      try (HttpExchange exchange = fetch(requested, null, null, delay)) {
        Map<String, Long> sizes = new ConcurrentHashMap<>();
        Object unused = warcWriter.store(exchange, null, sizes);
        sizes.forEach(frontier::recordWarcSize);
        if (exchange.status() >= 500 || exchange.status() == 429) {
          return rulesDeferringAllVisits();
        }
        if (exchange.status() == 200 && exchange.fault() == null) {
          return parseRobotRules(uri, exchange);
        }
        Optional<URI> target = redirectTarget(exchange);
        if (target.isEmpty()) {
          return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        requested = target.get();
      } catch (FetchException e) {
        if (!e.isTransient()) {
          throw e;
        }
        return rulesDeferringAllVisits();
      }
    }
    return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
  }

  private static BaseRobotRules parseRobotRules(URI uri, HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.content()) {
      return new SimpleRobotRulesParser()
          .parseContent(
              uri.toString(),
              in.readNBytes(MAX_ROBOTS_BYTES),
              exchange.head().mediaType(),
              List.of(ROBOT_NAME));
    }
  }

  /** The target of a redirect; empty for other responses and for targets that cannot be fetched. */
  static Optional<URI> redirectTarget(HttpExchange exchange) {
    return switch (exchange.status()) {
      case 301, 302, 303, 307, 308 ->
          exchange
              .head()
              .firstValue("location")
              .flatMap(to -> UrlCanonicalizer.resolve(exchange.uri(), to));
      default -> Optional.empty();
    };
  }

  /**
   * The delay between requests to a host: the source's own or the site's Crawl-delay if longer.
   * Fetches the robots.txt of the host if it is not cached.
   */
  Duration crawlDelay(URI uri, Duration delay)
      throws CrawlClock.RunInterruptedException, IOException {
    long millis = fetchRobotRules(uri, delay).getCrawlDelay();
    Duration site =
        millis == BaseRobotRules.UNSET_CRAWL_DELAY ? Duration.ZERO : Duration.ofMillis(millis);
    return site.compareTo(delay) > 0 ? site : delay;
  }

  /**
   * Waits for the host's turn and sends a request.
   *
   * @param etag validator of the last response, or null
   * @param lastModified Last-Modified of the last response, or null
   * @param delay time to the next request to the host
   */
  HttpExchange fetch(URI uri, @Nullable String etag, @Nullable String lastModified, Duration delay)
      throws CrawlClock.RunInterruptedException, IOException {
    String authority = UrlCanonicalizer.authority(uri);
    ReentrantLock lock = hostLocks.computeIfAbsent(authority, host -> new ReentrantLock());
    lock.lock();
    try {
      throttle.await(authority);
      return fetcher.fetch(uri, etag, lastModified);
    } finally {
      throttle.delayNextRequest(authority, delay);
      lock.unlock();
    }
  }

  /** Breaks off all requests for good. */
  void abort() {
    fetcher.abort();
  }

  /** Suspends requests to a host for a time. */
  void backOff(URI uri, Duration delay) {
    throttle.delayNextRequest(UrlCanonicalizer.authority(uri), delay);
  }
}
