package org.mingzhang.collect.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.collect.http.CrawlClock.RunInterruptedException;

/**
 * Enforces delays between the requests to a host. Thread-safe, but callers must not send requests
 * to one host in parallel.
 */
public final class HostThrottle {
  private final CrawlClock clock;
  private final Map<String, Instant> nextRequestTimes = new HashMap<>();

  /** Creates a throttle that waits by a clock. */
  public HostThrottle(CrawlClock clock) {
    this.clock = clock;
  }

  /** Blocks until the next request to a host is allowed. */
  public void await(String authority) throws RunInterruptedException {
    Instant from;
    synchronized (this) {
      from = nextRequestTimes.getOrDefault(authority, Instant.MIN);
    }
    Instant now = clock.now();
    if (from.isAfter(now)) {
      clock.pause(Duration.between(now, from));
    }
  }

  /** Forbids requests to a host for a time from now; does not shorten an earlier delay. */
  public synchronized void delayNextRequest(String authority, Duration delay) {
    Instant next = clock.now().plus(delay);
    nextRequestTimes.merge(authority, next, (a, b) -> a.isAfter(b) ? a : b);
  }
}
