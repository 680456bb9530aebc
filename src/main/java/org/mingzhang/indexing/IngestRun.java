package org.mingzhang.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.IngestQueue;
import org.mingzhang.archive.NotStoredException;
import org.mingzhang.archive.SourceFileState;

/**
 * One run over the ingest queue: files are read by several threads, and stored and indexed by the
 * calling thread, until the queue is empty or the run is stopped. The entries of uploaded and
 * fetched files are finished when their documents are stored; entries of files in directories after
 * the index commit, in batches. Unfinished entries return to the queue.
 */
final class IngestRun {
  /** Number of uncommitted results and documents together that is followed by a commit. */
  private static final int COMMIT_INTERVAL = 128;

  private static final int MAX_ATTEMPTS = 3;
  private static final long POLL_MILLIS = 200;

  private final Archive archive;
  private final IngestQueue queue;
  private final ArchiveIndexer indexer;
  private final IngestEntryReader reader;
  private final ResultRecorder recorder;
  private final MemberSpool spool;
  private final IndexingRunProgress progress;
  private final ReorderBuffer buffer = new ReorderBuffer();
  private final List<IngestQueue.ReadResult> uncommittedResults = new ArrayList<>();
  private final List<String> uncommittedIds = new ArrayList<>();

  IngestRun(
      Archive archive,
      ArchiveIndexer indexer,
      IngestEntryReader reader,
      ResultRecorder recorder,
      MemberSpool spool,
      IndexingRunProgress progress) {
    this.archive = archive;
    this.queue = archive.queue();
    this.indexer = indexer;
    this.reader = reader;
    this.recorder = recorder;
    this.spool = spool;
    this.progress = progress;
  }

  /**
   * Processes the queue until it is empty or the run is stopped, then commits.
   *
   * @param threadCount number of files read concurrently
   * @param shouldStop polled several times per second
   */
  void run(int threadCount, BooleanSupplier shouldStop) throws IOException, InterruptedException {
    queue.returnBegunEntries();
    try (ExecutorService pool = Executors.newFixedThreadPool(threadCount);
        LeaseRenewer leases = new LeaseRenewer(queue)) {
      leases.start();
      ExecutorCompletionService<FileReadResult> readings = new ExecutorCompletionService<>(pool);
      try {
        while (!shouldStop.getAsBoolean()) {
          submitReads(readings, threadCount);
          if (buffer.size() == 0) {
            break;
          }
          handleResult(readings.poll(POLL_MILLIS, TimeUnit.MILLISECONDS));
        }
      } finally {
        pool.shutdownNow();
      }
    } finally {
      commit();
      queue.returnBegunEntries();
    }
  }

  /**
   * Submits entries to the readers; queries the queue only when at most half of the prefetched
   * entries are left.
   */
  private void submitReads(ExecutorCompletionService<FileReadResult> readings, int threadCount) {
    if (buffer.size() > threadCount) {
      return;
    }
    List<IngestEntry> started =
        queue.takeEntries(2 * threadCount - buffer.size(), buffer.size() > 0);
    for (IngestEntry entry : started) {
      buffer.addStarted(entry);
      readings.submit(() -> reader.read(entry));
    }
    if (!started.isEmpty()) {
      progress.raiseFileCount(queue.openCount() - uncommittedResults.size());
    }
  }

  private void handleResult(@Nullable Future<FileReadResult> readFuture)
      throws IOException, InterruptedException {
    try {
      if (readFuture != null) {
        for (FileReadResult result : buffer.addAndTakeReady(readFuture.get())) {
          recordResult(result);
        }
      }
    } catch (ExecutionException e) {
      throw new IOException("reading failed: " + e.getCause(), e.getCause());
    }
    if (uncommittedResults.size() + uncommittedIds.size() >= COMMIT_INTERVAL
        || progress.isCommitDue()) {
      commit();
    }
  }

  /**
   * Records a result under the lock of the archive and counts the file; the result of an entry that
   * another process has taken over is dropped.
   */
  private void recordResult(FileReadResult result) throws IOException {
    try {
      boolean unused =
          archive.runExclusively(
              () -> {
                if (queue.holdsLease(result.entry())) {
                  recordWithUncheckedExceptions(result);
                }
                return true;
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    progress.countFile();
  }

  private void recordWithUncheckedExceptions(FileReadResult result) {
    try {
      recordWithRetries(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void recordWithRetries(FileReadResult readResult) throws IOException {
    FileReadResult result = readResult;
    List<SourceFileState.Member> members = null;
    for (int i = 1; members == null; i++) {
      try {
        members = recorder.record(result, progress);
      } catch (NotStoredException changed) {
        result =
            i < MAX_ATTEMPTS
                ? reader.read(result.entry())
                : FileReadResult.unreadable(
                    result.entry(), "CHANGING", String.valueOf(changed.getMessage()));
      }
    }
    finishEntry(result, members);
  }

  private void finishEntry(FileReadResult result, List<SourceFileState.Member> members)
      throws IOException {
    SourceFileState s = result.state();
    SourceFileState state = s == null ? null : s.withMembers(members);
    IngestQueue.ReadResult readResult = new IngestQueue.ReadResult(result.entry(), state, members);
    members.stream()
        .map(SourceFileState.Member::documentId)
        .filter(Objects::nonNull)
        .forEach(uncommittedIds::add);
    if (result.entry().offer().sha256() != null) {
      queue.complete(List.of(readResult));
      spool.removeStaged(result.entry().id());
    } else {
      uncommittedResults.add(readResult);
    }
  }

  private void commit() throws IOException {
    long begin = System.nanoTime();
    indexer.commitAndMarkIndexed();
    queue.complete(uncommittedResults);
    uncommittedIds.clear();
    uncommittedResults.clear();
    progress.recordCommit(System.nanoTime() - begin);
  }
}
