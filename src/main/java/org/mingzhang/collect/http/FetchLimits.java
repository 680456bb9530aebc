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
  /**
   * The default limits: 20 seconds to connect, five minutes in all, one minute of silence, and 200
   * MiB each as sent and decoded.
   */
  public static FetchLimits standard() {
    return new FetchLimits(
        Duration.ofSeconds(20),
        Duration.ofMinutes(5),
        Duration.ofSeconds(60),
        200L << 20,
        200L << 20);
  }
}
