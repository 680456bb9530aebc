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
import org.mingzhang.indexing.FolderWatch;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.web.source.IndexingStatus;

/**
 * Indexes files while the portal serves, one run after the other, and makes what is indexed visible
 * several times a second. The queue itself is in the archive: what waited when the process before
 * this one ended is read first.
 */
final class BackgroundIndexing implements AutoCloseable {
  private static final long REFRESH_MILLIS = 300;
  private static final long WATCH_MILLIS = 5_000;
  private static final long GRACE_SECONDS = 15;

  /** How often the portal looks for what other processes have read. */
  private static final long OTHERS_MILLIS = 2_000;

  /** How often the queue is looked at although nothing came in: a full disk may have room again. */
  private static final long RETRY_SECONDS = 30;

  /**
   * How long nothing may have been indexed before the index is merged, and how often that is
   * checked.
   */
  private static final long QUIET_SECONDS = 120;

  private final IndexedArchive instance;
  private final Terminal terminal;
  private final Consumer<Throwable> failed;
  private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(3);
  private final ExecutorService runs = Executors.newSingleThreadExecutor();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final AtomicBoolean active = new AtomicBoolean();
  private volatile IndexingStatus status = IndexingStatus.idle();
  private volatile String said = "";

  /**
   * Begins to refresh the index; files are to be submitted.
   *
   * @param failed told of what stopped a run or kept the index from being refreshed
   */
  BackgroundIndexing(IndexedArchive instance, Terminal terminal, Consumer<Throwable> failed) {
    this.instance = instance;
    this.terminal = terminal;
    this.failed = failed;
    var unused =
        clockwork.scheduleWithFixedDelay(
            this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    var unusedToo =
        clockwork.scheduleWithFixedDelay(
            this::settle, QUIET_SECONDS, QUIET_SECONDS, TimeUnit.SECONDS);
    var unusedAsWell =
        clockwork.scheduleWithFixedDelay(this::wake, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    if (instance.archive().shared() && !instance.engine().searchOnly()) {
      var unusedThen =
          clockwork.scheduleWithFixedDelay(
              this::catchUp, OTHERS_MILLIS, OTHERS_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  IndexingStatus status() {
    return status;
  }

  /** Reads what waits in the queue, soon; returns at once. */
  void wake() {
    if (woken.compareAndSet(false, true)) {
      execute(List.of());
    }
  }

  /** Looks at files, and reads those that have changed; returns at once. */
  void submit(List<Path> files) {
    if (!files.isEmpty()) {
      execute(files);
    }
  }

  private void execute(List<Path> files) {
    try {
      runs.execute(() -> index(files));
    } catch (RejectedExecutionException closing) {
      // What was accepted waits for the next start.
    }
  }

  /** Begins to look for changes in folders, and reads what has changed. */
  void watch(FolderWatch folders) {
    var unused =
        clockwork.scheduleWithFixedDelay(
            () -> look(folders), WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look(FolderWatch folders) {
    try {
      submit(folders.changed());
      ProgressPrinter.passedOver(terminal, folders.passedOver());
    } catch (IOException | RuntimeException e) {
      terminal.err().println("the folders could not be looked at: " + e.getMessage());
    }
  }

  private void index(List<Path> files) {
    woken.set(false);
    if (files.isEmpty() && instance.archive().queue().open() == 0) {
      return;
    }
    active.set(true);
    status = new IndexingStatus(true, 0, files.size());
    try {
      IndexingProgress end =
          files.isEmpty() ? instance.index(listener()) : instance.index(files, listener());
      terminal.out().println(ProgressPrinter.summary(end));
      terminal.out().flush();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      terminal.err().println("indexing stopped: " + e.getMessage());
      failed.accept(e);
    } finally {
      active.set(true);
      status = IndexingStatus.idle();
    }
  }

  private IndexingListener listener() {
    ProgressPrinter printer = new ProgressPrinter(terminal);
    return new IndexingListener() {
      @Override
      public void indexed(String file, String documentId, boolean replaced) {
        printer.indexed(file, documentId, replaced);
      }

      @Override
      public void refused(String file, String reason, String message) {
        printer.refused(file, reason, message);
      }

      @Override
      public void progress(IndexingProgress progress) {
        status = new IndexingStatus(true, progress.done(), progress.files());
        printer.progress(progress);
      }
    };
  }

  private void refresh() {
    try {
      instance.index().refresh();
    } catch (IOException | RuntimeException e) {
      sayOnce("the index could not be refreshed: " + e.getMessage());
      failed.accept(e);
    }
  }

  private void catchUp() {
    try {
      if (new Reconciler(instance.archive(), instance.index()).catchUp() > 0) {
        active.set(true);
      }
    } catch (IOException | RuntimeException e) {
      sayOnce("what others have read could not be indexed: " + e.getMessage());
      failed.accept(e);
    }
  }

  /** A fault that comes back several times a second is told once. */
  private void sayOnce(String line) {
    if (!line.equals(said)) {
      said = line;
      terminal.err().println(line);
    }
  }

  /** Merges the index where nothing has been indexed since this was last looked at. */
  private void settle() {
    boolean quiet = !status.running() && !active.getAndSet(false);
    if (quiet) {
      try {
        instance.index().settle();
      } catch (IOException | RuntimeException e) {
        terminal.err().println("the index could not be merged: " + e.getMessage());
        failed.accept(e);
      }
    }
  }

  /** Ends a run after the file it keeps; what is queued stays queued for the next start. */
  @Override
  public void close() {
    instance.stopIndexing();
    runs.shutdown();
    clockwork.shutdown();
    try {
      if (!runs.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        terminal.err().println("a run of indexing did not end in time");
        runs.shutdownNow();
      }
      if (!clockwork.awaitTermination(1, TimeUnit.SECONDS)) {
        clockwork.shutdownNow();
      }
    } catch (InterruptedException e) {
      clockwork.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
