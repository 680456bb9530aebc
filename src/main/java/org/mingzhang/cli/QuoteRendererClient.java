package org.mingzhang.cli;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mingzhang.web.source.QuoteRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders passages of PDF files in a separate process, so that a malicious file cannot harm the
 * portal. One process runs at a time and is killed when it takes too long. If it ends while
 * rendering a passage, that passage has no image and a new process renders the rest, at most {@link
 * #MAX_STARTS} processes for a request. Images are cached, and so is the fact that a passage has
 * none. A passage at which a process ended is tried again after {@link #FAILURE_MINUTES} minutes,
 * since the cause may have been the load. Thread-safe.
 */
final class QuoteRendererClient implements QuoteRenderer {
  private static final Logger LOG = LoggerFactory.getLogger(QuoteRendererClient.class);
  private static final long CACHE_BYTES = 32L << 20;

  /** Maximum time to wait for the process of another request; then there are no images. */
  private static final int MAX_TURN_WAIT_SECONDS = 20;

  /** Time allowed for the start of a process; a part of its time limit. */
  private static final int START_TIMEOUT_SECONDS = 10;

  /** Time allowed for each passage, added to that for the start of the process. */
  private static final int PASSAGE_TIMEOUT_SECONDS = 3;

  /** Maximum number of processes for one request. */
  private static final int MAX_STARTS = 3;

  /** Time after which a passage at which a process ended is tried again. */
  private static final int FAILURE_MINUTES = 10;

  private static final int MAX_FAILURES = 10_000;

  private final Semaphore processPermit = new Semaphore(1, true);
  private final List<String> command;
  private final Cache<Passage, byte[]> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Passage place, byte[] png) -> png.length + 200)
          .build();
  private final Cache<Passage, Boolean> failures;

  /**
   * Creates a client.
   *
   * @param command command line of the process
   */
  QuoteRendererClient(List<String> command) {
    this(command, Ticker.systemTicker());
  }

  QuoteRendererClient(List<String> command, Ticker ticker) {
    this.command = List.copyOf(command);
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(MAX_FAILURES)
            .expireAfterWrite(FAILURE_MINUTES, TimeUnit.MINUTES)
            .ticker(ticker)
            .build();
  }

  @Override
  public List<Optional<byte[]>> render(List<Passage> passages) {
    List<Passage> wanted = passages.stream().filter(place -> !isCached(place)).distinct().toList();
    if (!wanted.isEmpty()) {
      renderToCache(wanted);
    }
    return passages.stream()
        .map(cache::getIfPresent)
        .map(png -> png == null || png.length == 0 ? Optional.<byte[]>empty() : Optional.of(png))
        .toList();
  }

  private boolean isCached(Passage passage) {
    return cache.getIfPresent(passage) != null || failures.getIfPresent(passage) != null;
  }

  private void renderToCache(List<Passage> passages) {
    try {
      if (!processPermit.tryAcquire(MAX_TURN_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      try {
        List<Passage> left = new ArrayList<>(passages);
        for (int i = 0; i < MAX_STARTS && !left.isEmpty(); i++) {
          for (byte[] png : renderInProcess(left)) {
            cache.put(left.removeFirst(), png);
          }
          if (!left.isEmpty()) {
            failures.put(left.removeFirst(), true);
          }
        }
      } finally {
        processPermit.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("pictures of places cannot be drawn: {}", e.toString());
    }
  }

  private List<byte[]> renderInProcess(List<Passage> passages) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    long millis =
        TimeUnit.SECONDS.toMillis(
            START_TIMEOUT_SECONDS + (long) PASSAGE_TIMEOUT_SECONDS * passages.size());
    Thread timeout =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                      process.destroyForcibly();
                    }
                  } catch (InterruptedException over) {
                    process.destroyForcibly();
                  }
                });
    try (var requests = process.getOutputStream()) {
      QuoteRendererProcess.writeRequests(requests, passages);
      return QuoteRendererProcess.readImages(process.getInputStream(), passages.size());
    } finally {
      timeout.interrupt();
    }
  }
}
