package org.mingzhang.collect.http;

import java.time.Duration;

/**
 * Limits of one fetch.
 *
 * @param connect connection timeout
 * @param time maximum time for a complete response
 * @param silence maximum time without a byte
 * @param bytes maximum size of a response as sent, in bytes
 * @param unpacked maximum size of a decoded body, in bytes
 */
public record FetchLimits(
    Duration connect, Duration time, Duration silence, long bytes, long unpacked) {
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
