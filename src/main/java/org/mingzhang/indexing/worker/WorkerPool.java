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
 * Reads files in worker processes, up to {@code size} at a time. A worker that hangs, runs out of
 * memory or crashes is replaced; its file is refused. Workers are started on demand and renewed
 * after 500 files. Thread-safe; to use all workers, call it from {@link #maxCallers} threads.
 *
 * <p>A file that takes long yields its permit to the next one and continues in one of a few slots
 * for slow files, so that slow files do not block others. If no slot for slow files is free, the
 * worker of the file is killed, and the file is read again when a slot becomes free.
 *
 * <p>Workers for short runs start fast; workers for long runs start slowly and are faster in the
 * end (JIT options). A pool uses workers for long runs if a long run was announced; otherwise a
 * slot gets one after it has read so many files that the slower start would have paid off.
 */
public final class WorkerPool implements DocumentReader {
  private static final int MAX_FILES_PER_WORKER = 500;

  /** Number of files after which a worker for long runs has caught up with one for short runs. */
  private static final int SHORT_RUN_FILES = 60;

  /** Number of slots for slow files. */
  private static final int SLOW_SLOTS = 2;

  private static final int MAX_CLEANUP_SECONDS = 5;

  /** Maximum number of slow files that may wait for a slot while others are read. */
  private static final int MAX_WAITING_SLOW_FILES = 6;

  private final List<String> shortRunCommand;
  private final List<String> longRunCommand;
  private final Path tempFolder;
  private final Duration slowAfter;
  private final Duration timeLimit;

  /**
   * Slots for workers; the worker of a slot is started on first use. The slot used last is used
   * next, so that no more workers run than needed.
   */
  private final BlockingDeque<WorkerSlot> workerSlots = new LinkedBlockingDeque<>();

  private final Set<WorkerProcess> runningWorkers = ConcurrentHashMap.newKeySet();
  private final Semaphore permits;
  private final Semaphore slowPermits = new Semaphore(SLOW_SLOTS, true);
  private final int size;
  private volatile boolean isLongRun;
  private volatile boolean closed;

  /**
   * Creates a pool. A command starts a process whose standard input and output a {@link WorkerLoop}
   * serves; the process must exit with status 3 when memory is exhausted ({@code
   * -XX:+ExitOnOutOfMemoryError}).
   *
   * @param shortCommand command for workers of short runs
   * @param longCommand command for workers of long runs
   * @param tempFolder directory in which each worker gets a temporary directory
   * @param size maximum number of files read concurrently, not counting slow ones
   * @param slowDelay time after which a file counts as slow
   * @param timeLimit time limit of a file
   */
  public WorkerPool(
      List<String> shortCommand,
      List<String> longCommand,
      Path tempFolder,
      int size,
      Duration slowDelay,
      Duration timeLimit) {
    this.tempFolder = tempFolder;
    this.shortRunCommand = List.copyOf(shortCommand);
    this.longRunCommand = List.copyOf(longCommand);
    this.slowAfter = slowDelay.compareTo(timeLimit) < 0 ? slowDelay : timeLimit;
    this.timeLimit = timeLimit;
    this.size = size;
    this.permits = new Semaphore(size, true);
    for (int i = 0; i < size + SLOW_SLOTS; i++) {
      workerSlots.add(new WorkerSlot());
    }
  }

  /** A slot for one worker process, with the number of files read in the slot. */
  private static final class WorkerSlot {
    private @Nullable WorkerProcess worker;
    private int fileCount;

    /** Whether the worker was started for a long run. */
    private boolean startedForLongRun;
  }

  /** The maximum number of calling threads with which slow files cannot block the others. */
  public int maxCallers() {
    return size + SLOW_SLOTS + MAX_WAITING_SLOW_FILES;
  }

  @Override
  public void expectFiles(int fileCount) {
    isLongRun = fileCount / size > SHORT_RUN_FILES;
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    try {
      return read(file.toAbsolutePath(), new Reservation());
    } catch (WorkerProcess.WorkerFailure failure) {
      return List.of(
          new RefusedFile(
              String.valueOf(file.getFileName()),
              failure.reason(),
              String.valueOf(failure.getMessage())));
    } catch (WorkerProtocol.FileFault fault) {
      throw fault;
    } catch (IOException stopped) {
      throw new ReaderUnavailableException(String.valueOf(stopped.getMessage()));
    }
  }

  private List<Result> read(Path file, Reservation reservation) throws IOException {
    try {
      WorkerProcess worker = reservation.acquireWorker(permits);
      worker.requestReading(file);
      List<Result> results = worker.awaitAnswer(slowAfter);
      if (results == null && !reservation.exchangeForSlowPermit()) {
        reservation.killWorker();
        worker = reservation.acquireWorker(slowPermits);
        worker.requestReading(file);
      }
      results = results == null ? worker.awaitAnswer(timeLimit.minus(slowAfter)) : results;
      if (results == null) {
        throw new WorkerProcess.WorkerFailure(
            "TOO_SLOW", "took longer than " + timeLimit.toSeconds() + " s", null);
      }
      reservation.release();
      return results;
    } catch (WorkerProtocol.FileFault fault) {
      reservation.release();
      throw fault;
    } finally {
      reservation.killWorker();
    }
  }

  /** The worker of a slot for the next file, started or renewed if necessary. */
  private WorkerProcess startOrReuseWorker(WorkerSlot workerSlot) throws IOException {
    boolean last = isLongRun || workerSlot.fileCount++ >= SHORT_RUN_FILES;
    boolean upgrade = last && !workerSlot.startedForLongRun;
    WorkerProcess worker = workerSlot.worker;
    if (worker == null
        || !worker.isAlive()
        || worker.servedFileCount() >= MAX_FILES_PER_WORKER
        || upgrade) {
      closeWorker(workerSlot);
      worker = WorkerProcess.start(last ? longRunCommand : shortRunCommand, tempFolder);
      runningWorkers.add(worker);
      WorkerProcess started = worker;
      var unused = started.whenCleanedUp().thenRun(() -> runningWorkers.remove(started));
      workerSlot.worker = worker;
      workerSlot.startedForLongRun = last;
      if (closed) {
        closeWorker(workerSlot);
      }
    }
    return worker;
  }

  private void closeWorker(WorkerSlot workerSlot) {
    WorkerProcess worker = workerSlot.worker;
    if (worker != null) {
      worker.close();
      workerSlot.worker = null;
    }
  }

  /**
   * Kills all workers, including those that are reading, whose calls of {@link #read(Path)} then
   * throw a {@link DocumentReader.ReaderUnavailableException}. Waits up to five seconds for their
   * temporary files to be deleted.
   */
  @Override
  public void close() {
    closed = true;
    List<WorkerProcess> last = List.copyOf(runningWorkers);
    last.forEach(WorkerProcess::close);
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            last.stream().map(WorkerProcess::whenCleanedUp).toArray(CompletableFuture[]::new));
    try {
      all.get(MAX_CLEANUP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException later) {
      // The spool is cleared at the next start.
    }
  }

  /** The slot and permit held while one file is read. */
  private final class Reservation {
    private @Nullable Semaphore heldPermits;
    private @Nullable WorkerSlot workerSlot;

    /**
     * Waits for a permit and a slot and returns the worker of the slot.
     *
     * @throws IOException if the thread is interrupted or the worker cannot be started
     */
    WorkerProcess acquireWorker(Semaphore requestedPermits) throws IOException {
      try {
        requestedPermits.acquire();
        heldPermits = requestedPermits;
        WorkerSlot free = workerSlots.takeFirst();
        workerSlot = free;
        return startOrReuseWorker(free);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for a reader", e);
      }
    }

    /** Exchanges the permit for a permit of slow files; returns false if none is free. */
    boolean exchangeForSlowPermit() {
      if (!slowPermits.tryAcquire()) {
        return false;
      }
      permits.release();
      heldPermits = slowPermits;
      return true;
    }

    /** Kills the worker, unless it was already released, and releases the slot. */
    void killWorker() {
      if (workerSlot != null) {
        WorkerPool.this.closeWorker(workerSlot);
      }
      release();
    }

    /** Releases slot and permit; the worker can serve the next file. */
    void release() {
      if (workerSlot != null) {
        workerSlots.addFirst(workerSlot);
        workerSlot = null;
      }
      if (heldPermits != null) {
        heldPermits.release();
        heldPermits = null;
      }
    }
  }
}
