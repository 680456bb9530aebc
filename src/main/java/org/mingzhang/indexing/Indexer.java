package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.OfferedFile;

/**
 * Adds files to the archive and the index: accepts files whose content may have changed, reads
 * accepted files, stores and indexes them.
 *
 * <p>Files are read by several threads, and stored and indexed by the calling one. An accepted file
 * stays in the queue until it is stored or refused, even if the run is stopped or the process
 * killed. One run at a time.
 */
public final class Indexer {
  /** Number of queue entries examined to determine whether a run is long. */
  private static final int LOOKAHEAD = 1000;

  private final Archive archive;
  private final ArchiveIndexer indexer;
  private final DocumentReader reader;
  private final IngestEntryReader entryReader;
  private final ResultRecorder recorder;
  private final Clock clock;
  private final int threadCount;
  private final MemberSpool spool;
  private volatile boolean stopped;

  /**
   * Creates an indexer; archive and index remain open.
   *
   * @param threadCount number of files read concurrently, at least 1
   * @param spool where the reader stores members of archive files
   */
  public Indexer(
      Archive archive,
      DocumentIndex index,
      DocumentReader reader,
      Clock clock,
      int threadCount,
      MemberSpool spool) {
    this.archive = archive;
    this.indexer = new ArchiveIndexer(archive, index);
    this.reader = reader;
    this.entryReader = new IngestEntryReader(archive, reader, spool, clock);
    this.recorder = new ResultRecorder(archive, this.indexer, spool, clock);
    this.clock = clock;
    this.threadCount = threadCount;
    this.spool = spool;
  }

  /**
   * Accepts files that may have changed and reads the queue; returns the counts of the run. A file
   * that cannot be read is reported to the listener and does not end the run.
   */
  public IndexingProgress run(List<Path> files, IndexingListener listener)
      throws IOException, InterruptedException {
    return run(files, false, listener);
  }

  /**
   * Adds files to the queue, and reads all files in it. Files that look unchanged, with what their
   * metadata files state, are only counted. Faults of metadata files are reported to the listener,
   * also those of unchanged files; a fault that several files of a folder share is reported once.
   *
   * @param readsUnchangedFiles whether unchanged files are added to the queue as well
   */
  public IndexingProgress run(
      List<Path> files, boolean readsUnchangedFiles, IndexingListener listener)
      throws IOException, InterruptedException {
    IndexingRunProgress progress = new IndexingRunProgress(files.size(), listener);
    List<OfferedFile> offers = new ArrayList<>();
    Set<String> faults = new HashSet<>();
    for (Path file : files) {
      SidecarStates.SidecarState sidecar = entryReader.readSidecar(file);
      if (sidecar.fault() != null && faults.add(file.getParent() + "/" + sidecar.fault())) {
        listener.metadataIgnored(file.toString(), sidecar.fault());
      }
      if (!readsUnchangedFiles && entryReader.looksUnchanged(file, sidecar)) {
        progress.countUnchanged();
        progress.countFile();
      } else {
        offers.add(OfferedFile.ofFile(file, readsUnchangedFiles));
      }
    }
    archive.queue().acceptAll(offers, clock.instant());
    run(progress);
    return progress.currentProgress();
  }

  /**
   * Reads the files in the queue until it is empty or {@link #stop} is called; returns the counts
   * of the run.
   */
  public IndexingProgress run(IndexingListener listener) throws IOException, InterruptedException {
    IndexingRunProgress progress = new IndexingRunProgress(archive.queue().openCount(), listener);
    run(progress);
    return progress.currentProgress();
  }

  private void run(IndexingRunProgress progress) throws IOException, InterruptedException {
    reader.expectFiles(
        (int) archive.queue().openEntries(LOOKAHEAD).stream().filter(this::needsReading).count());
    new IngestRun(archive, indexer, entryReader, recorder, spool, progress)
        .run(threadCount, () -> stopped);
  }

  private boolean needsReading(IngestEntry entry) {
    return entry.offer().isReadIfUnchanged()
        || archive
            .sourceFiles()
            .find(entry.offer().sourceKey())
            .filter(known -> known.parserVersion() == DocumentReader.PARSER_VERSION)
            .isEmpty();
  }

  /** Stops the current run soon and all later runs at once; unread files stay in the queue. */
  public void stop() {
    stopped = true;
  }
}
