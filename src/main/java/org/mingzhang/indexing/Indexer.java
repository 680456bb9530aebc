package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.OfferedFile;

/**
 * Brings files into the archive and the index: accepts those whose content may have changed, reads
 * what was accepted, keeps it, indexes it.
 *
 * <p>Files are read on several threads, kept and indexed on the calling one. What was accepted
 * stays so until it was kept or refused, also when the run is stopped or the process killed. One
 * run at a time.
 */
public final class Indexer {
  /** Files looked at to tell whether a run is a long one. */
  private static final int FORESIGHT = 1000;

  private final Archive archive;
  private final ArchiveIndexing index;
  private final DocumentReader reader;
  private final EntryReader entries;
  private final ResultRecorder keeper;
  private final Clock clock;
  private final int threads;
  private final MemberSpool spool;
  private volatile boolean stopped;

  /**
   * An indexer over an open archive and index, which it leaves open.
   *
   * @param threads how many files are read at the same time
   * @param spool where the reader leaves members of archives
   */
  public Indexer(
      Archive archive,
      DocumentIndex index,
      DocumentReader reader,
      Clock clock,
      int threads,
      MemberSpool spool) {
    this.archive = archive;
    this.index = new ArchiveIndexing(archive, index);
    this.reader = reader;
    this.entries = new EntryReader(archive, reader, spool, clock);
    this.keeper = new ResultRecorder(archive, this.index, spool, clock);
    this.clock = clock;
    this.threads = threads;
    this.spool = spool;
  }

  /**
   * Looks at every file and reads what waits; returns what came of them. A file that cannot be read
   * is told to the listener and does not end the run.
   */
  public IndexingProgress run(List<Path> files, IndexingListener listener)
      throws IOException, InterruptedException {
    return run(files, false, listener);
  }

  /**
   * Reads files into archive and index.
   *
   * @param again whether files are read also where nothing has changed since they were
   */
  public IndexingProgress run(List<Path> files, boolean again, IndexingListener listener)
      throws IOException, InterruptedException {
    RunCounter tally = new RunCounter(files.size(), listener);
    List<OfferedFile> offers = new ArrayList<>();
    for (Path file : files) {
      if (!again && entries.looksUnchanged(file)) {
        tally.unchanged();
        tally.fileDone();
      } else {
        offers.add(OfferedFile.ofFile(file, again));
      }
    }
    archive.queue().acceptAll(offers, clock.instant());
    run(tally);
    return tally.progress();
  }

  /** Reads what waits. */
  public IndexingProgress run(IndexingListener listener) throws IOException, InterruptedException {
    RunCounter tally = new RunCounter(archive.queue().open(), listener);
    run(tally);
    return tally.progress();
  }

  private void run(RunCounter tally) throws IOException, InterruptedException {
    reader.expect((int) archive.queue().open(FORESIGHT).stream().filter(this::isNew).count());
    new IntakeRun(archive, index, entries, keeper, spool, tally).run(threads, () -> stopped);
  }

  private boolean isNew(IntakeEntry entry) {
    return entry.offer().reread()
        || archive
            .source(entry.offer().source())
            .filter(known -> known.parser() == DocumentReader.PARSER_VERSION)
            .isEmpty();
  }

  /** Ends a run soon, and every run to come at once; what is not read yet waits. */
  public void stop() {
    stopped = true;
  }
}
