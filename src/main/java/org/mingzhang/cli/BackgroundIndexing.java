package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.mingzhang.indexing.FolderWatcher;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.web.source.IndexingStatus;

/**
 * Indexes files while the portal serves, one run after the other; refreshes the index several times
 * a second and merges it when nothing was indexed for a while. The queue is part of the archive, so
 * that files that waited when the process ended are read after the next start. Thread-safe.
 */
final class BackgroundIndexing implements AutoCloseable {
  private static final long REFRESH_MILLIS = 300;

  /** Interval at which watched folders are checked for changes. */
  private static final long FOLDER_CHECK_INTERVAL_MILLIS = 5_000;

  /** Time that a run has to end when the program ends. */
  private static final long GRACE_SECONDS = 15;

  /** Interval at which documents that other processes have read are indexed. */
  private static final long CATCH_UP_MILLIS = 2_000;

  /** Interval at which the queue is tried again, for example after a disk was full. */
  private static final long RETRY_SECONDS = 30;

  /** Interval of checks; the index is merged if nothing was indexed since the previous check. */
  private static final long IDLE_SECONDS = 120;

  private final IndexedArchive indexedArchive;
  private final Terminal terminal;
  private final Consumer<Throwable> failureListener;
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(3);
  private final ExecutorService runExecutor = Executors.newSingleThreadExecutor();
  private final AtomicBoolean runQueued = new AtomicBoolean();
  private final AtomicBoolean indexedRecently = new AtomicBoolean();
  private volatile IndexingStatus status = IndexingStatus.idle();
  private volatile String lastMessage = "";

  /**
   * Starts the background tasks.
   *
   * @param failureListener receives exceptions that ended a run or prevented a refresh
   */
  BackgroundIndexing(
      IndexedArchive indexedArchive, Terminal terminal, Consumer<Throwable> failureListener) {
    this.indexedArchive = indexedArchive;
    this.terminal = terminal;
    this.failureListener = failureListener;
    var unusedRefresh =
        scheduler.scheduleWithFixedDelay(
            this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    var unusedMerge =
        scheduler.scheduleWithFixedDelay(
            this::mergeIfIdle, IDLE_SECONDS, IDLE_SECONDS, TimeUnit.SECONDS);
    var unusedRetry =
        scheduler.scheduleWithFixedDelay(this::startQueueRun, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    if (indexedArchive.archive().isShared() && !indexedArchive.engine().searchOnly()) {
      var unusedCatchUp =
          scheduler.scheduleWithFixedDelay(
              this::indexStoredDocuments, CATCH_UP_MILLIS, CATCH_UP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** The progress of the current run, or that none is running. */
  IndexingStatus status() {
    return status;
  }

  /** Starts a run over the queue unless one is waiting to start; returns at once. */
  void startQueueRun() {
    if (runQueued.compareAndSet(false, true)) {
      startRun(List.of());
    }
  }

  /**
   * Starts a run that reads the files that are new or have changed, and the queue; returns at once.
   * Does nothing if there are no files.
   */
  void submit(List<Path> files) {
    if (!files.isEmpty()) {
      startRun(files);
    }
  }

  private void startRun(List<Path> files) {
    try {
      runExecutor.execute(() -> runIndexing(files));
    } catch (RejectedExecutionException closing) {
      // The program is closing; accepted files stay in the queue and are read after the next start.
    }
  }

  /** Watches folders from now on and indexes changed files. */
  void watch(FolderWatcher folders) {
    var unused =
        scheduler.scheduleWithFixedDelay(
            () -> submitChanges(folders),
            FOLDER_CHECK_INTERVAL_MILLIS,
            FOLDER_CHECK_INTERVAL_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private void submitChanges(FolderWatcher folders) {
    try {
      submit(folders.pollSettledChanges());
      ProgressPrinter.printSkipped(terminal, folders.newlySkippedPaths());
    } catch (IOException | RuntimeException e) {
      printUnlessRepeated("the folders could not be checked for changes: " + e.getMessage());
    }
  }

  private void runIndexing(List<Path> files) {
    runQueued.set(false);
    if (files.isEmpty() && indexedArchive.archive().queue().openCount() == 0) {
      return;
    }
    indexedRecently.set(true);
    status = new IndexingStatus(true, 0, files.size());
    try {
      IndexingProgress end =
          files.isEmpty()
              ? indexedArchive.index(createListener())
              : indexedArchive.index(files, createListener());
      terminal.print(ProgressPrinter.formatSummary(end));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      terminal.printError("indexing stopped: " + e.getMessage());
      failureListener.accept(e);
    } finally {
      indexedRecently.set(true);
      status = IndexingStatus.idle();
    }
  }

  private IndexingListener createListener() {
    ProgressPrinter printer = new ProgressPrinter(terminal);
    return new IndexingListener() {
      @Override
      public void documentIndexed(String file, String documentId, boolean isReplacement) {
        printer.documentIndexed(file, documentId, isReplacement);
      }

      @Override
      public void fileRefused(String file, String reason, String message) {
        printer.fileRefused(file, reason, message);
      }

      @Override
      public void metadataIgnored(String file, String message) {
        printer.metadataIgnored(file, message);
      }

      @Override
      public void progress(IndexingProgress progress) {
        status = new IndexingStatus(true, progress.finishedCount(), progress.fileCount());
        printer.progress(progress);
      }
    };
  }

  private void refresh() {
    try {
      indexedArchive.index().refresh();
    } catch (IOException | RuntimeException e) {
      printUnlessRepeated("the index could not be refreshed: " + e.getMessage());
      failureListener.accept(e);
    }
  }

  private void indexStoredDocuments() {
    try {
      if (new Reconciler(indexedArchive.archive(), indexedArchive.index())
              .indexStoredByOtherProcesses()
          > 0) {
        indexedRecently.set(true);
      }
    } catch (IOException | RuntimeException e) {
      printUnlessRepeated(
          "documents read by other processes could not be indexed: " + e.getMessage());
      failureListener.accept(e);
    }
  }

  /** Prints a message unless it repeats the last one, since the tasks run every few moments. */
  private void printUnlessRepeated(String line) {
    if (!line.equals(lastMessage)) {
      lastMessage = line;
      terminal.printError(line);
    }
  }

  private void mergeIfIdle() {
    boolean idle = !status.isRunning() && !indexedRecently.getAndSet(false);
    if (idle) {
      try {
        indexedArchive.index().mergeWhenIdle();
      } catch (IOException | RuntimeException e) {
        terminal.printError("the index could not be merged: " + e.getMessage());
        failureListener.accept(e);
      }
    }
  }

  /**
   * Ends the run after the files that are being read, within {@link #GRACE_SECONDS}; queued files
   * are read after the next start.
   */
  @Override
  public void close() {
    indexedArchive.stopIndexing();
    runExecutor.shutdown();
    scheduler.shutdown();
    try {
      if (!runExecutor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        terminal.err().println("indexing did not end in time");
        runExecutor.shutdownNow();
      }
      if (!scheduler.awaitTermination(1, TimeUnit.SECONDS)) {
        scheduler.shutdownNow();
      }
    } catch (InterruptedException e) {
      scheduler.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
