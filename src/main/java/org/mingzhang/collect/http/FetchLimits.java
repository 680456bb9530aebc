package org.mingzhang.collect.http;

import java.time.Duration;

/**
 * Limits of one fetch.
 *
 * @param connectTimeout connection timeout
 * @param timeLimit maximum time for a complete response
 * @param maxSilence maximum time without a byte
 * @param maxBytes maximum size of a response as sent, in bytes
 * @param maxUnpackedBytes maximum size of a decoded body, in bytes
 */
public record FetchLimits(
    Duration connectTimeout,
    Duration timeLimit,
    Duration maxSilence,
    long maxBytes,
    long maxUnpackedBytes) {
  /** The default limits: 200 MiB, five minutes, one minute of silence. */
  public static FetchLimits standard() {
    return new FetchLimits(
        Duration.ofSeconds(20),
        Duration.ofMinutes(5),
        Duration.ofSeconds(60),
        200L << 20,
        200L << 20);
  }
}
