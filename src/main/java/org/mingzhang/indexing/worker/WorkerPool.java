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
 *
 * <p>A worker for a short run is soon at work; one for a long run begins slowly and is faster in
 * the end. A run that is long gets the latter, at once where it was told before, else when a place
 * has read so many files that it would have been worth it.
 */
public final class WorkerPool implements DocumentReader {
  private static final int RENEW_AFTER = 500;

  /** Files after which a worker that is compiled well has caught up with one that is not. */
  private static final int SHORT_RUN = 60;

  private final List<String> quick;
  private final List<String> lasting;
  private final Duration limit;

  /** Places for workers; an empty place is a worker not started yet. */
  private final BlockingQueue<Place> places;

  private final int size;
  private volatile boolean longRun;

  /**
   * A pool. A command starts a process whose standard input and output a {@link WorkerLoop} serves;
   * it must exit with status 3 when memory is exhausted ({@code -XX:+ExitOnOutOfMemoryError}).
   *
   * @param quick starts a worker for a short run
   * @param lasting starts a worker for a long run
   * @param size most workers at a time
   * @param limit longest time for a file
   */
  public WorkerPool(List<String> quick, List<String> lasting, int size, Duration limit) {
    this.quick = List.copyOf(quick);
    this.lasting = List.copyOf(lasting);
    this.limit = limit;
    this.size = size;
    this.places = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      places.add(new Place());
    }
  }

  private static final class Place {
    private @Nullable WorkerProcess worker;
    private int files;

    /** Whether the worker is one for a long run. */
    private boolean lasting;
  }

  @Override
  public void expect(int files) {
    longRun = files / size > SHORT_RUN;
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    Place place = take();
    try {
      return worker(place).read(file.toAbsolutePath(), limit);
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

  /** The worker of a place for its next file. */
  private WorkerProcess worker(Place place) throws IOException {
    boolean last = longRun || place.files++ >= SHORT_RUN;
    boolean grown = last && !place.lasting;
    WorkerProcess worker = place.worker;
    if (worker == null || !worker.alive() || worker.served() >= RENEW_AFTER || grown) {
      end(place);
      worker = WorkerProcess.start(last ? lasting : quick);
      place.worker = worker;
      place.lasting = last;
    }
    return worker;
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
