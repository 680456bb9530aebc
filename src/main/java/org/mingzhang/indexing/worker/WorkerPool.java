package org.mingzhang.indexing.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.DocumentReader;

/**
 * Reads files in workers, as many at a time as it has turns. A worker that hangs, runs out of
 * memory or dies is replaced; its file is refused with one line. Workers start when they are first
 * needed and are renewed after some hundred files. Safe on many threads; {@link #callers} threads
 * should ask.
 *
 * <p>A file that is not read soon moves aside and gives its turn to the next, so that slow files
 * keep nobody from being read. A few may be aside at a time; one for which there is no room is
 * stopped and read again when there is.
 *
 * <p>A worker for a short run is soon at work; one for a long run begins slowly and is faster in
 * the end. A run that is long gets the latter, at once where it was told before, else when a place
 * has read so many files that it would have been worth it.
 */
public final class WorkerPool implements DocumentReader {
  private static final int RENEW_AFTER = 500;

  /** Files after which a worker that is compiled well has caught up with one that is not. */
  private static final int SHORT_RUN = 60;

  /** Slow files read beside the others at a time. */
  private static final int ASIDE = 2;

  private static final int MOST_CLEARING_SECONDS = 5;

  /** Slow files that may wait for room aside while others are read. */
  private static final int WAITING = 6;

  private final List<String> quick;
  private final List<String> lasting;
  private final Path temporary;
  private final Duration soon;
  private final Duration limit;

  /**
   * Places for workers; an empty place is a worker not started yet. The one used last is used next,
   * so that no more workers run than files are read.
   */
  private final BlockingDeque<Place> places = new LinkedBlockingDeque<>();

  private final Set<WorkerProcess> running = ConcurrentHashMap.newKeySet();
  private final Semaphore turns;
  private final Semaphore asides = new Semaphore(ASIDE, true);
  private final int size;
  private volatile boolean longRun;
  private volatile boolean closed;

  /**
   * A pool. A command starts a process whose standard input and output a {@link WorkerLoop} serves;
   * it must exit with status 3 when memory is exhausted ({@code -XX:+ExitOnOutOfMemoryError}).
   *
   * @param quick starts a worker for a short run
   * @param lasting starts a worker for a long run
   * @param temporary folder in which each worker has one of its own for temporary files
   * @param size most files read at a time that are not slow
   * @param soon time after which a file is slow
   * @param limit longest time for a file
   */
  public WorkerPool(
      List<String> quick,
      List<String> lasting,
      Path temporary,
      int size,
      Duration soon,
      Duration limit) {
    this.temporary = temporary;
    this.quick = List.copyOf(quick);
    this.lasting = List.copyOf(lasting);
    this.soon = soon.compareTo(limit) < 0 ? soon : limit;
    this.limit = limit;
    this.size = size;
    this.turns = new Semaphore(size, true);
    for (int i = 0; i < size + ASIDE; i++) {
      places.add(new Place());
    }
  }

  private static final class Place {
    private @Nullable WorkerProcess worker;
    private int files;

    /** Whether the worker is one for a long run. */
    private boolean lasting;
  }

  /** How many threads must ask so that slow files keep none of the turns from being used. */
  public int callers() {
    return size + ASIDE + WAITING;
  }

  @Override
  public void expect(int files) {
    longRun = files / size > SHORT_RUN;
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    try {
      return read(file.toAbsolutePath(), new Turn());
    } catch (WorkerProcess.WorkerFailure failure) {
      return List.of(
          new Refused(
              String.valueOf(file.getFileName()),
              failure.reason(),
              String.valueOf(failure.getMessage())));
    }
  }

  private List<Result> read(Path file, Turn turn) throws IOException {
    try {
      WorkerProcess worker = turn.take(turns);
      worker.begin(file);
      List<Result> results = worker.await(soon);
      if (results == null && !turn.moveAside()) {
        turn.stop();
        worker = turn.take(asides);
        worker.begin(file);
      }
      results = results == null ? worker.await(limit.minus(soon)) : results;
      if (results == null) {
        throw new WorkerProcess.WorkerFailure(
            "TOO_SLOW", "took longer than " + limit.toSeconds() + " s", null);
      }
      turn.end();
      return results;
    } catch (WorkerProtocol.FileFault fault) {
      turn.end();
      throw fault;
    } finally {
      turn.stop();
    }
  }

  /** The worker of a place for its next file. */
  private WorkerProcess worker(Place place) throws IOException {
    boolean last = longRun || place.files++ >= SHORT_RUN;
    boolean grown = last && !place.lasting;
    WorkerProcess worker = place.worker;
    if (worker == null || !worker.alive() || worker.served() >= RENEW_AFTER || grown) {
      end(place);
      worker = WorkerProcess.start(last ? lasting : quick, temporary);
      running.add(worker);
      WorkerProcess started = worker;
      var unused = started.cleared().thenRun(() -> running.remove(started));
      place.worker = worker;
      place.lasting = last;
      if (closed) {
        end(place);
      }
    }
    return worker;
  }

  private void end(Place place) {
    WorkerProcess worker = place.worker;
    if (worker != null) {
      worker.close();
      place.worker = null;
    }
  }

  /** Ends all workers, also those that are reading: what they were at is read another time. */
  @Override
  public void close() {
    closed = true;
    List<WorkerProcess> last = List.copyOf(running);
    last.forEach(WorkerProcess::close);
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            last.stream().map(WorkerProcess::cleared).toArray(CompletableFuture[]::new));
    try {
      all.get(MOST_CLEARING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException later) {
      // What is left is cleared at the next start.
    }
  }

  /** What the reading of one file holds: a turn or room aside, and a place. */
  private final class Turn {
    private @Nullable Semaphore held;
    private @Nullable Place place;

    /** Waits for a turn or for room, and gives a worker. */
    WorkerProcess take(Semaphore wanted) throws IOException {
      try {
        wanted.acquire();
        held = wanted;
        Place taken = places.takeFirst();
        place = taken;
        return worker(taken);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for a reader", e);
      }
    }

    /** Gives the turn to another file and reads on; false if there is no room aside. */
    boolean moveAside() {
      if (!asides.tryAcquire()) {
        return false;
      }
      turns.release();
      held = asides;
      return true;
    }

    /** Kills the worker, unless the turn has ended, and ends the turn. */
    void stop() {
      if (place != null) {
        WorkerPool.this.end(place);
      }
      end();
    }

    /** Gives back what is held; the worker serves the next file. */
    void end() {
      if (place != null) {
        places.addFirst(place);
        place = null;
      }
      if (held != null) {
        held.release();
        held = null;
      }
    }
  }
}
