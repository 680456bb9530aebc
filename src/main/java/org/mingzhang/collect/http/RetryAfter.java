package org.mingzhang.collect.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The delay that a busy server requests (Retry-After, RFC 9110, 10.2.3). */
public final class RetryAfter {
  /** Longest delay that is accepted from a server. */
  private static final Duration MAX_DELAY = Duration.ofDays(1);

  private static final Duration FIRST_DELAY = Duration.ofSeconds(30);

  private RetryAfter() {}

  /**
   * The time to wait before the next request, at most one day: the time in the header, otherwise 30
   * seconds, doubled with each preceding failure up to 32 minutes.
   *
   * @param failureCount number of preceding responses of this kind in a row
   */
  public static Duration computeDelay(ResponseHead head, Instant now, int failureCount) {
    Duration requestedDelay =
        head.firstValue("retry-after").map(value -> parse(value, now)).orElse(Duration.ZERO);
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failureCount, 6));
    Duration wait = requestedDelay.isPositive() ? requestedDelay : delay;
    return wait.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : wait;
  }

  private static Duration parse(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Duration left =
          Duration.between(
              now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
