package org.mingzhang.indexing.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.DocumentReader;

/**
 * Reads files in workers, as many at a time as it has. A worker that hangs, runs out of memory or
 * dies is replaced; its file is refused with one line. Workers start when they are first needed and
 * are renewed after some hundred files. Safe on many threads.
 */
public final class WorkerPool implements DocumentReader {
  private static final int RENEW_AFTER = 500;

  private final List<String> command;
  private final Duration limit;

  /** Places for workers; an empty place is a worker not started yet. */
  private final BlockingQueue<Place> places;

  /**
   * A pool.
   *
   * @param command starts a process whose standard input and output a {@link WorkerLoop} serves; it
   *     must exit with status 3 when memory is exhausted ({@code -XX:+ExitOnOutOfMemoryError})
   * @param size most workers at a time
   * @param limit longest time for a file
   */
  public WorkerPool(List<String> command, int size, Duration limit) {
    this.command = List.copyOf(command);
    this.limit = limit;
    this.places = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      places.add(new Place());
    }
  }

  private static final class Place {
    private @Nullable WorkerProcess worker;
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    Place place = take();
    try {
      WorkerProcess worker = place.worker;
      if (worker == null || !worker.alive() || worker.served() >= RENEW_AFTER) {
        end(place);
        worker = WorkerProcess.start(command);
        place.worker = worker;
      }
      return worker.read(file.toAbsolutePath(), limit);
    } catch (WorkerProcess.WorkerFailure failure) {
      place.worker = null;
      return List.of(
          new Refused(
              String.valueOf(file.getFileName()),
              failure.reason(),
              String.valueOf(failure.getMessage())));
    } finally {
      places.add(place);
    }
  }

  private Place take() throws IOException {
    try {
      return places.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a reader", e);
    }
  }

  private static void end(Place place) {
    if (place.worker != null) {
      place.worker.close();
      place.worker = null;
    }
  }

  /** Ends the workers that are not reading. */
  @Override
  public void close() {
    Place place = places.poll();
    while (place != null) {
      end(place);
      place = places.poll();
    }
  }
}
