package org.mingzhang.collect.http;

import java.time.Duration;

/**
 * Bounds of one answer.
 *
 * @param connect longest time to a connection
 * @param time longest time of a whole answer
 * @param silence longest time without a byte
 * @param bytes largest answer as sent
 * @param unpacked largest answer unpacked
 */
public record FetchLimits(
    Duration connect, Duration time, Duration silence, long bytes, long unpacked) {
  /** Bounds that disclosures stay within: 200 MiB, ten minutes, a minute of silence. */
  public static FetchLimits standard() {
    return new FetchLimits(
        Duration.ofSeconds(20),
        Duration.ofMinutes(10),
        Duration.ofSeconds(60),
        200L << 20,
        200L << 20);
  }
}
