package org.mingzhang.cli;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.IndexingProgress;

/**
 * Indexes documents while sources are collected, in a thread of its own, while other threads
 * collect.
 */
final class CrawlIndexer implements AutoCloseable {
  /** Time that a run has to end after a failure of collecting. */
  private static final long GRACE_SECONDS = 15;

  private final IndexedArchive indexedArchive;
  private final Terminal terminal;
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final AtomicBoolean runQueued = new AtomicBoolean();
  private volatile IndexingProgress totalProgress = new IndexingProgress(0, 0, 0, 0, 0, 0, 0, 0);
  private volatile @Nullable Exception failure;

  CrawlIndexer(IndexedArchive indexedArchive, Terminal terminal) {
    this.indexedArchive = indexedArchive;
    this.terminal = terminal;
  }

  /** Starts a run over the queue unless one is waiting to start; returns at once. */
  void wake() {
    if (runQueued.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }

  private void run() {
    runQueued.set(false);
    if (failure != null) {
      return;
    }
    try {
      totalProgress = add(totalProgress, indexedArchive.index(new ProgressPrinter(terminal)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
  }

  private static IndexingProgress add(IndexingProgress a, IndexingProgress b) {
    return new IndexingProgress(
        a.fileCount() + b.fileCount(),
        a.finishedCount() + b.finishedCount(),
        a.newCount() + b.newCount(),
        a.replacedCount() + b.replacedCount(),
        a.unchangedCount() + b.unchangedCount(),
        a.duplicateCount() + b.duplicateCount(),
        a.refusedCount() + b.refusedCount(),
        a.elapsedNanos() + b.elapsedNanos());
  }

  /**
   * Waits until the queue is read, or indexing is stopped, and returns the counts of all runs.
   *
   * @throws IOException if indexing failed, as on a full disk; files in the queue are kept
   */
  IndexingProgress finish() throws IOException, InterruptedException {
    wake();
    executor.shutdown();
    boolean unused = executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    Exception e = failure;
    if (e instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    if (e instanceof IOException fault) {
      throw fault;
    }
    return totalProgress;
  }

  @Override
  public void close() {
    if (!executor.isShutdown()) {
      indexedArchive.stopIndexing();
      executor.shutdown();
    }
    try {
      boolean unused = executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
