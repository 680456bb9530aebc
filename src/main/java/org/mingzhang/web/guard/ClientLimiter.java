package org.mingzhang.web.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Rate limit by client: a burst, then a steady rate (token bucket). An IPv6 /64 network counts as
 * one client, since a single client can use all of its addresses. The number of tracked clients is
 * bounded; a client that is forgotten starts with a full burst. Thread-safe.
 */
public final class ClientLimiter {
  private static final int MAX_CLIENTS = 100_000;
  private static final int NETWORK_BYTES = 8;

  private final int burst;
  private final int requestsPerMinute;
  private final Cache<String, Bucket> clients =
      Caffeine.newBuilder()
          .maximumSize(MAX_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  /**
   * Creates a limiter.
   *
   * @param burst requests allowed at once
   * @param requestsPerMinute requests per minute after the burst; 0 for no limit
   */
  public ClientLimiter(int burst, int requestsPerMinute) {
    this.burst = burst;
    this.requestsPerMinute = requestsPerMinute;
  }

  /**
   * Counts a request of a client.
   *
   * @param address IP address of the client
   * @throws OverloadedException if the client has made too many requests
   */
  public void admit(String address) {
    if (requestsPerMinute == 0) {
      return;
    }
    ConsumptionProbe probe =
        clients.get(networkOf(address), key -> createBucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new OverloadedException(
          429,
          Duration.ofNanos(probe.getNanosToWaitForRefill()),
          "too many requests from one client");
    }
  }

  private Bucket createBucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(burst).refillGreedy(requestsPerMinute, Duration.ofMinutes(1)))
        .build();
  }

  /**
   * The key of a client: an IPv4 address unchanged, or the network of an IPv6 address. A malformed
   * address is returned unchanged. No name is resolved.
   */
  static String networkOf(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return address;
    }
  }
}
