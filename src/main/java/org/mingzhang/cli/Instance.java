package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mingzhang.archive.Archive;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.indexing.worker.WorkerPool;

/** An archive, its index and what fills them, opened together for writing. */
final class Instance implements AutoCloseable {
  /** Time after which a file moves aside, so that others are read meanwhile. */
  private static final Duration SOON = Duration.ofSeconds(10);

  /**
   * How many times the longest time of a file a worker is waited for: a scan of some hundred pages
   * and an archive of many files take theirs.
   */
  private static final int WAIT = 10;

  private final Archive archive;
  private final IndexStore index;
  private final DocumentReader reader;
  private final Indexer indexer;

  private Instance(
      Archive archive, IndexStore index, DocumentReader reader, int threads, MemberSpool spool) {
    this.archive = archive;
    this.index = index;
    this.reader = reader;
    this.indexer = new Indexer(archive, index, reader, Clock.systemUTC(), threads, spool);
  }

  /**
   * Opens the data folder and brings the index in step with the archive.
   *
   * @param threads files read at the same time; 0 for one a processor
   */
  static Instance open(DataFolder data, int threads) throws IOException {
    return open(data, threads, ExtractionLimits.standard().time());
  }

  /**
   * The same.
   *
   * @param longest longest time that a file may take whose text can be read
   */
  static Instance open(DataFolder data, int threads, Duration longest) throws IOException {
    Archive archive = Archive.open(data.archive());
    try {
      IndexStore index = IndexStore.open(data.lucene());
      new Reconciler(archive, index).run();
      int parallel = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
      MemberSpool spool = new MemberSpool(data.spool());
      spool.clear();
      WorkerPool reader =
          new WorkerPool(
              Worker.quick(data.spool(), longest),
              Worker.lasting(data.spool(), longest),
              parallel,
              SOON,
              longest.multipliedBy(WAIT));
      return new Instance(archive, index, reader, reader.callers(), spool);
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  Archive archive() {
    return archive;
  }

  IndexStore index() {
    return index;
  }

  IndexingProgress index(List<Path> files, IndexingListener listener)
      throws IOException, InterruptedException {
    return index(files, false, listener);
  }

  /** The same; {@code again} reads files also where nothing has changed. */
  IndexingProgress index(List<Path> files, boolean again, IndexingListener listener)
      throws IOException, InterruptedException {
    return indexer.run(files, again, listener);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    index.close();
    archive.close();
  }
}
