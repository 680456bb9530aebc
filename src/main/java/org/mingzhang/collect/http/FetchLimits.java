package org.mingzhang.collect.http;

import java.time.Duration;

/**
 * Limits of one fetch.
 *
 * @param connect connection timeout
 * @param time longest time for a complete response
 * @param silence longest time without a byte
 * @param bytes largest response as sent
 * @param unpacked largest decoded body
 */
public record FetchLimits(
    Duration connect, Duration time, Duration silence, long bytes, long unpacked) {
  /** The default limits: 200 MiB, ten minutes, one minute of silence. */
  public static FetchLimits standard() {
    return new FetchLimits(
        Duration.ofSeconds(20),
        Duration.ofMinutes(10),
        Duration.ofSeconds(60),
        200L << 20,
        200L << 20);
  }
}
