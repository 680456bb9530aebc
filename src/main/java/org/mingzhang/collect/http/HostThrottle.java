package org.mingzhang.collect.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.collect.http.CollectorClock.Interrupted;

/**
 * Spaces the requests to one host: the next one begins a delay after the last one ended, later
 * where the host asked for that. Safe on many threads; one host is asked by one at a time.
 */
public final class HostThrottle {
  private final CollectorClock pace;
  private final Map<String, Instant> free = new HashMap<>();

  /** A gate that waits by a clock. */
  public HostThrottle(CollectorClock pace) {
    this.pace = pace;
  }

  /** Waits until the host may be asked. */
  public void await(String authority) throws Interrupted {
    Instant from;
    synchronized (this) {
      from = free.getOrDefault(authority, Instant.MIN);
    }
    Instant now = pace.now();
    if (from.isAfter(now)) {
      pace.pause(Duration.between(now, from));
    }
  }

  /** Notes that an answer came to its end and when the next may begin. */
  public synchronized void ended(String authority, Duration delay) {
    Instant next = pace.now().plus(delay);
    free.merge(authority, next, (a, b) -> a.isAfter(b) ? a : b);
  }
}
