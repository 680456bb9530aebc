package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.web.source.IndexingStatus;

/**
 * Indexes files while the portal serves, and makes what is indexed visible several times a second.
 */
final class BackgroundIndexing implements AutoCloseable {
  private static final long REFRESH_MILLIS = 300;

  private final Instance instance;
  private final Terminal terminal;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private volatile IndexingStatus status = IndexingStatus.idle();
  private @Nullable Future<?> run;

  BackgroundIndexing(Instance instance, Terminal terminal) {
    this.instance = instance;
    this.terminal = terminal;
  }

  IndexingStatus status() {
    return status;
  }

  /** Begins to index the files; returns at once. */
  void start(List<Path> files) {
    var unused =
        threads.scheduleWithFixedDelay(
            this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    if (!files.isEmpty()) {
      status = new IndexingStatus(true, 0, files.size());
      run = threads.submit(() -> index(files));
    }
  }

  private void index(List<Path> files) {
    ProgressPrinter printer = new ProgressPrinter(terminal);
    IndexingListener listener =
        new IndexingListener() {
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
    try {
      terminal.out().println(ProgressPrinter.summary(instance.index(files, listener)));
      terminal.out().flush();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      terminal.err().println("indexing stopped: " + e.getMessage());
    } finally {
      status = IndexingStatus.idle();
    }
  }

  private void refresh() {
    try {
      instance.index().refresh();
    } catch (IOException | RuntimeException e) {
      terminal.err().println("the index could not be refreshed: " + e.getMessage());
    }
  }

  /** Ends a run after the file it is at. */
  @Override
  public void close() {
    if (run != null) {
      run.cancel(true);
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(15, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
