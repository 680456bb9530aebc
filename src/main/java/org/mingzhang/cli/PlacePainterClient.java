package org.mingzhang.cli;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mingzhang.web.source.PlacePictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws places in a process of its own, one at a time, that is killed when it takes too long: what
 * a file makes of a renderer costs a picture, never the portal. A place on which it ended is left
 * out, and another process draws the rest. What was drawn is kept for a while. Safe on many
 * threads.
 */
final class PlacePainterClient implements PlacePictures {
  private static final Logger LOG = LoggerFactory.getLogger(PlacePainterClient.class);
  private static final long KEPT_BYTES = 32L << 20;

  /** Seconds to wait for a turn, to start, and for each place. */
  private static final int TURN = 20;

  private static final int START = 10;
  private static final int EACH = 3;

  /** Processes of one request: so many of its places may end theirs. */
  private static final int MOST_STARTS = 3;

  private final Semaphore turn = new Semaphore(1, true);
  private final List<String> command;
  private final Cache<Place, byte[]> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((Place place, byte[] png) -> png.length + 200)
          .build();

  /** Draws with the program that a command starts. */
  PlacePainterClient(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public List<Optional<byte[]>> draw(List<Place> places) {
    List<Place> wanted =
        places.stream().filter(place -> kept.getIfPresent(place) == null).distinct().toList();
    if (!wanted.isEmpty()) {
      inTurn(wanted);
    }
    return places.stream()
        .map(kept::getIfPresent)
        .map(png -> png == null || png.length == 0 ? Optional.<byte[]>empty() : Optional.of(png))
        .toList();
  }

  private void inTurn(List<Place> wanted) {
    try {
      if (!turn.tryAcquire(TURN, TimeUnit.SECONDS)) {
        return;
      }
      try {
        List<Place> left = new ArrayList<>(wanted);
        for (int i = 0; i < MOST_STARTS && !left.isEmpty(); i++) {
          List<Optional<byte[]>> drawn = drawn(left);
          for (Optional<byte[]> png : drawn) {
            kept.put(left.removeFirst(), png.orElse(new byte[0]));
          }
        }
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("no picture of a place can be drawn: {}", e.toString());
    }
  }

  private List<Optional<byte[]>> drawn(List<Place> places) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    long millis = TimeUnit.SECONDS.toMillis(START + (long) EACH * places.size());
    Thread watch =
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
      PlacePainterProcess.ask(requests, places);
      return PlacePainterProcess.answers(process.getInputStream(), places.size());
    } finally {
      watch.interrupt();
    }
  }
}
