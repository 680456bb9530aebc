package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Requests the portal's own pages after a start, so that classes are loaded and hot code is
 * compiled before the first users arrive. Ends after a round, from the fourth on, whose requests
 * took less than {@link #FAST_NANOS} on average, or after {@link #MAX_DURATION}.
 */
final class PageWarmup {
  private static final Duration MAX_DURATION = Duration.ofSeconds(8);
  private static final long FAST_NANOS = 12_000_000L;
  private static final int FIRST_YEAR = 1950;
  private static final List<String> ENCODED_QUERIES =
      List.of(
          "%E9%A2%84%E7%AE%97", "%22%E5%85%AC%E5%8A%A1%E6%8E%A5%E5%BE%85%22", "%E7%BB%A9%E6%95%88");

  /**
   * Pages with a query; another year is appended in each round, so that no response comes from a
   * cache.
   */
  private static final List<String> PAGE_TEMPLATES =
      List.of(
          "/search?q=%s&year=",
          "/search?group=document&q=%s&year=",
          "/search?scope=figures&q=%s&year=",
          "/search?scope=indicators&q=%s&year=",
          "/api/v1/search?q=%s&year=",
          "/api/v1/suggest?q=%s+");

  private static final List<String> FIXED_PAGES = List.of("/", "/regions", "/changes");

  private final String origin;
  private final List<String> documentIds;

  /**
   * Creates a warm-up for a portal.
   *
   * @param host address on which it listens
   * @param documentIds ids of documents whose pages are requested
   */
  PageWarmup(String host, int port, List<String> documentIds) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    String own = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    this.origin = "http://" + own + ":" + port;
    this.documentIds = documentIds;
  }

  /**
   * Sends the requests and returns when they have been answered. Failures are ignored; readers of
   * the pages will see them.
   */
  void run() {
    long end = System.nanoTime() + MAX_DURATION.toNanos();
    for (int round = 0; System.nanoTime() < end; round++) {
      long begun = System.nanoTime();
      int visits = visitAll(round, end);
      if (round > 2 && System.nanoTime() - begun < visits * FAST_NANOS) {
        return;
      }
    }
  }

  /** Requests each page once; returns the number of requests before the deadline. */
  private int visitAll(int round, long deadlineNanos) {
    int visits = 0;
    for (String page : PAGE_TEMPLATES) {
      String words = ENCODED_QUERIES.get(round % ENCODED_QUERIES.size());
      visits += visit(page.replace("%s", words) + (FIRST_YEAR + round % 50), deadlineNanos);
    }
    for (String page : FIXED_PAGES) {
      visits += visit(page, deadlineNanos);
    }
    if (!documentIds.isEmpty()) {
      visits += visit("/d/" + documentIds.get(round % documentIds.size()), deadlineNanos);
    }
    return visits;
  }

  private int visit(String page, long deadlineNanos) {
    if (System.nanoTime() > deadlineNanos) {
      return 0;
    }
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(origin + page).toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(5_000);
      connection.setRequestProperty("Accept", "text/html");
      connection.setRequestProperty("Accept-Encoding", "gzip");
      connection.setRequestProperty("User-Agent", "mingzhang (own visit)");
      // a kept connection would delay the shutdown of the server until its idle timeout
      connection.setRequestProperty("Connection", "close");
      try (InputStream in = connection.getInputStream()) {
        in.readAllBytes();
      }
    } catch (IOException e) {
      // see run(): failures are ignored
    }
    return 1;
  }
}
