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
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.IntakeQueue;
import org.mingzhang.archive.NotKeptException;
import org.mingzhang.archive.SourceState;

/**
 * One run over the queue: files are read on several threads, kept and indexed on the calling one,
 * until nothing waits or it is told to stop. What was sent is ended in the ledger when it is kept;
 * files of folders after their documents are committed to the index, many at a time. What was begun
 * and not ended waits again.
 */
final class IntakeRun {
  /** Documents indexed between two commits. */
  private static final int BATCH = 128;

  private static final int MOST_READINGS = 3;
  private static final long LOOK_MILLIS = 200;

  private final Archive archive;
  private final IntakeQueue queue;
  private final ArchiveIndexing index;
  private final EntryReader reader;
  private final ResultRecorder keeper;
  private final MemberSpool spool;
  private final RunCounter tally;
  private final ReadingOrder order = new ReadingOrder();
  private final List<IntakeQueue.Ending> uncommitted = new ArrayList<>();
  private final List<String> documents = new ArrayList<>();

  IntakeRun(
      Archive archive,
      ArchiveIndexing index,
      EntryReader reader,
      ResultRecorder keeper,
      MemberSpool spool,
      RunCounter tally) {
    this.archive = archive;
    this.queue = archive.queue();
    this.index = index;
    this.reader = reader;
    this.keeper = keeper;
    this.spool = spool;
    this.tally = tally;
  }

  /**
   * Runs.
   *
   * @param threads how many files are read at the same time
   * @param stop asked several times a second
   */
  void run(int threads, BooleanSupplier stop) throws IOException, InterruptedException {
    queue.putBack();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads);
        LeaseKeeper leases = new LeaseKeeper(queue)) {
      leases.start();
      ExecutorCompletionService<FileReading> readings = new ExecutorCompletionService<>(pool);
      try {
        while (!stop.getAsBoolean()) {
          begin(readings, threads);
          if (order.size() == 0) {
            break;
          }
          take(readings.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        }
      } finally {
        pool.shutdownNow();
      }
    } finally {
      commit();
      queue.putBack();
    }
  }

  /** Keeps the readers supplied; asks the queue only when half of them would soon be idle. */
  private void begin(ExecutorCompletionService<FileReading> readings, int threads) {
    if (order.size() > threads) {
      return;
    }
    List<IntakeEntry> begun = queue.begin(2 * threads - order.size(), order.size() > 0);
    for (IntakeEntry entry : begun) {
      order.begun(entry);
      readings.submit(() -> reader.read(entry));
    }
    if (!begun.isEmpty()) {
      tally.expect(queue.open() - uncommitted.size());
    }
  }

  private void take(@Nullable Future<FileReading> read) throws IOException, InterruptedException {
    try {
      if (read != null) {
        for (FileReading reading : order.read(read.get())) {
          keep(reading);
        }
      }
    } catch (ExecutionException e) {
      throw new IOException("reading failed: " + e.getCause(), e.getCause());
    }
    if (uncommitted.size() + documents.size() >= BATCH || tally.readyForCommit()) {
      commit();
    }
  }

  /** While no other process keeps anything; what has become another's to read is left to him. */
  private void keep(FileReading read) throws IOException {
    try {
      boolean unused =
          archive.runExclusively(
              () -> {
                if (queue.owns(read.entry())) {
                  keepOwn(read);
                }
                return true;
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    tally.fileDone();
  }

  private void keepOwn(FileReading read) {
    try {
      keepAlone(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepAlone(FileReading read) throws IOException {
    FileReading reading = read;
    List<SourceState.Member> members = null;
    for (int i = 1; members == null; i++) {
      try {
        members = keeper.keep(reading, tally);
      } catch (NotKeptException changed) {
        reading =
            i < MOST_READINGS
                ? reader.read(reading.entry())
                : FileReading.unreadable(
                    reading.entry(), "CHANGING", String.valueOf(changed.getMessage()));
      }
    }
    end(reading, members);
  }

  private void end(FileReading reading, List<SourceState.Member> members) throws IOException {
    SourceState s = reading.state();
    SourceState state =
        s == null
            ? null
            : new SourceState(s.path(), s.bytes(), s.modified(), s.sha256(), s.parser(), members);
    IntakeQueue.Ending ending = new IntakeQueue.Ending(reading.entry(), state, members);
    members.stream()
        .map(SourceState.Member::documentId)
        .filter(Objects::nonNull)
        .forEach(documents::add);
    if (reading.entry().offer().sha256() != null) {
      queue.end(List.of(ending));
      spool.putAway(reading.entry().id());
    } else {
      uncommitted.add(ending);
    }
  }

  private void commit() throws IOException {
    long begin = System.nanoTime();
    index.commit();
    if (index.holdsRows()) {
      archive.markIndexed(documents);
    }
    queue.end(uncommitted);
    documents.clear();
    uncommitted.clear();
    tally.committed(System.nanoTime() - begin);
  }
}
