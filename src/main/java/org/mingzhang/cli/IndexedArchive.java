package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mingzhang.archive.Archive;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.MaintainedIndex;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.indexing.RecordRepair;
import org.mingzhang.indexing.worker.WorkerPool;

/** An archive, its index and what fills them, opened together for writing. */
final class IndexedArchive implements AutoCloseable {
  /** Time after which a file moves aside, so that others are read meanwhile. */
  private static final Duration SOON = Duration.ofSeconds(10);

  /**
   * How many times the longest time of a file a worker is waited for: a scan of some hundred pages
   * and an archive of many files take theirs.
   */
  private static final int WAIT = 10;

  private final Archive archive;
  private final IndexEngine engine;
  private final DocumentReader reader;
  private final Indexer indexer;
  private final RecordRepair records;

  private IndexedArchive(
      Archive archive, IndexEngine engine, DocumentReader reader, int threads, MemberSpool spool) {
    this.archive = archive;
    this.engine = engine;
    this.reader = reader;
    this.indexer = new Indexer(archive, engine.index(), reader, Clock.systemUTC(), threads, spool);
    this.records = new RecordRepair(archive, engine.index(), reader, spool);
  }

  /**
   * Opens the data folder and brings the index in step with the archive.
   *
   * @param threads files read at the same time; 0 for one a processor
   */
  static IndexedArchive open(DataFolder data, int threads) throws IOException {
    return open(data, IndexEngine::local, threads, ExtractionLimits.standard().time());
  }

  /** Opens the index of a data folder, there or elsewhere. */
  @FunctionalInterface
  interface EngineSource {
    IndexEngine open(DataFolder data) throws IOException;
  }

  /**
   * Opens archive and index for writing.
   *
   * @param longest longest time that a file may take whose text can be read
   */
  static IndexedArchive open(DataFolder data, EngineSource engine, int threads, Duration longest)
      throws IOException {
    IndexedArchive instance = openAsIs(data, engine, threads, longest);
    try {
      new Reconciler(instance.archive, instance.index()).run();
      return instance;
    } catch (IOException | RuntimeException e) {
      instance.close();
      throw e;
    }
  }

  /** Opens the data folder; what the index lacks is left to the caller. */
  static IndexedArchive openAsIs(DataFolder data, int threads) throws IOException {
    return openAsIs(data, IndexEngine::local, threads, ExtractionLimits.standard().time());
  }

  /** As the method above, with another longest time for one file. */
  static IndexedArchive openAsIs(
      DataFolder data, EngineSource engine, int threads, Duration longest) throws IOException {
    int parallel = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    WorkerPool reader =
        new WorkerPool(
            WorkerMain.quick(data.spool(), longest),
            WorkerMain.lasting(data.spool(), longest),
            data.spool(),
            parallel,
            SOON,
            Duration.ofMillis(Math.multiplyExact(longest.toMillis(), WAIT)));
    return openAsIs(data, engine, reader.callers(), reader);
  }

  /** As the method above, with another reader of files. */
  static IndexedArchive openAsIs(DataFolder data, int threads, DocumentReader reader)
      throws IOException {
    return openAsIs(data, IndexEngine::local, threads, reader);
  }

  private static IndexedArchive openAsIs(
      DataFolder data, EngineSource source, int threads, DocumentReader reader) throws IOException {
    Archive archive = Archive.open(data.place());
    try {
      IndexEngine engine = source.open(data);
      requireOwn(archive, engine);
      MemberSpool spool = new MemberSpool(data.spool());
      spool.clear();
      LegacyUploads.takeIn(data.uploads(), archive, Clock.systemUTC());
      return new IndexedArchive(archive, engine, reader, threads, spool);
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /** An archive without documents would have everything taken out of an index with some. */
  private static void requireOwn(Archive archive, IndexEngine engine) throws IOException {
    boolean strange =
        engine instanceof IndexEngine.Cluster
            && !engine.searchOnly()
            && archive.documents() == 0
            && !engine.index().documentIds("", 1).isEmpty();
    if (strange) {
      engine.close();
      throw new IOException(
          "the archive has no documents and the cluster's index has some: it is another portal's;"
              + " give another name with --engine-index, or --engine-search-only");
    }
  }

  Archive archive() {
    return archive;
  }

  MaintainedIndex index() {
    return engine.index();
  }

  /** The index with what searches it. */
  IndexEngine engine() {
    return engine;
  }

  /** What makes damaged records again. */
  RecordRepair recordRepair() {
    return records;
  }

  /** Brings files into archive and index, and what waits. */
  IndexingProgress index(List<Path> files, IndexingListener listener)
      throws IOException, InterruptedException {
    return indexer.run(files, listener);
  }

  /** Brings into archive and index what waits. */
  IndexingProgress index(IndexingListener listener) throws IOException, InterruptedException {
    return indexer.run(listener);
  }

  /** Ends indexing soon; what was accepted stays so. */
  void stopIndexing() {
    indexer.stop();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    try {
      engine.close();
    } finally {
      archive.close();
    }
  }
}
