package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mingzhang.archive.Archive;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.MaintainableIndex;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.indexing.RecordRepair;
import org.mingzhang.indexing.worker.WorkerPool;

/** An archive, its index and the indexer, opened together for writing and closed together. */
final class IndexedArchive implements AutoCloseable {
  private final Archive archive;
  private final IndexEngine engine;
  private final DocumentReader reader;
  private final Indexer indexer;
  private final RecordRepair recordRepair;

  private IndexedArchive(
      Archive archive,
      IndexEngine engine,
      DocumentReader reader,
      int threadCount,
      MemberSpool spool) {
    this.archive = archive;
    this.engine = engine;
    this.reader = reader;
    this.indexer =
        new Indexer(archive, engine.index(), reader, Clock.systemUTC(), threadCount, spool);
    this.recordRepair = new RecordRepair(archive, engine.index(), reader, spool);
  }

  /**
   * Opens a data folder with its own index, and indexes what the index lacks.
   *
   * @param threadCount number of files that are read in parallel; 0 for the number of processors
   */
  static IndexedArchive open(DataFolder data, int threadCount) throws IOException {
    return open(data, IndexEngine::openLocal, threadCount, ExtractionLimits.standard().timeLimit());
  }

  /** Opens the index of a data folder. */
  @FunctionalInterface
  interface EngineSource {
    IndexEngine open(DataFolder data) throws IOException;
  }

  /**
   * Opens archive and index, and indexes what the index lacks.
   *
   * @param engine opens the index
   * @param threadCount number of files that are read in parallel; 0 for the number of processors
   * @param fileTimeLimit maximum time for reading a file that has a text layer
   */
  static IndexedArchive open(
      DataFolder data, EngineSource engine, int threadCount, Duration fileTimeLimit)
      throws IOException {
    IndexedArchive instance = openUnreconciled(data, engine, threadCount, fileTimeLimit);
    try {
      new Reconciler(instance.archive, instance.index()).run();
      return instance;
    } catch (IOException | RuntimeException e) {
      instance.close();
      throw e;
    }
  }

  /** Opens a data folder with its own index, which is not compared with the archive. */
  static IndexedArchive openUnreconciled(DataFolder data, int threadCount) throws IOException {
    return openUnreconciled(
        data, IndexEngine::openLocal, threadCount, ExtractionLimits.standard().timeLimit());
  }

  /**
   * Opens archive and index, which are not compared.
   *
   * @param engine opens the index
   * @param threadCount number of files that are read in parallel; 0 for the number of processors
   * @param fileTimeLimit maximum time for reading a file that has a text layer
   */
  static IndexedArchive openUnreconciled(
      DataFolder data, EngineSource engine, int threadCount, Duration fileTimeLimit)
      throws IOException {
    WorkerPool reader = WorkerMain.createPool(data.spool(), threadCount, fileTimeLimit);
    return openUnreconciled(data, engine, reader.maxCallers(), reader);
  }

  /**
   * Opens a data folder with its own index, which is not compared with the archive.
   *
   * @param threadCount number of files that are read in parallel, at least 1
   * @param reader reads the files; closed with the archive, also if that cannot be opened
   */
  static IndexedArchive openUnreconciled(DataFolder data, int threadCount, DocumentReader reader)
      throws IOException {
    return openUnreconciled(data, IndexEngine::openLocal, threadCount, reader);
  }

  private static IndexedArchive openUnreconciled(
      DataFolder data, EngineSource engineSource, int threadCount, DocumentReader reader)
      throws IOException {
    Deque<AutoCloseable> opened = new ArrayDeque<>(List.of(reader));
    try {
      Archive archive = Archive.open(data.archiveLocation());
      opened.push(archive);
      IndexEngine engine = engineSource.open(data);
      opened.push(engine);
      requireSamePortal(archive, engine);
      MemberSpool spool = new MemberSpool(data.spool());
      spool.clear();
      LegacyUploads.enqueue(data.uploads(), archive, Clock.systemUTC());
      return new IndexedArchive(archive, engine, reader, threadCount, spool);
    } catch (IOException | RuntimeException e) {
      for (AutoCloseable open : opened) {
        closeAfter(e, open);
      }
      throw e;
    }
  }

  /**
   * Closes a resource after a failure; if closing fails too, this exception is added to the first
   * one as suppressed.
   */
  private static void closeAfter(Exception failure, AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Checks that an index in a cluster does not belong to another portal: reconciling it with an
   * empty archive would delete all its documents.
   *
   * @throws IOException if the archive is empty and the index in the cluster is not
   */
  private static void requireSamePortal(Archive archive, IndexEngine engine) throws IOException {
    boolean foreign =
        engine instanceof IndexEngine.Cluster
            && !engine.searchOnly()
            && archive.documentCount() == 0
            && !engine.index().documentIds("", 1).isEmpty();
    if (foreign) {
      throw new IOException(
          "the archive is empty but the index in the cluster is not, so it belongs to another"
              + " portal: choose another name with --engine-index, or use --engine-search-only");
    }
  }

  Archive archive() {
    return archive;
  }

  MaintainableIndex index() {
    return engine.index();
  }

  /** The index for writing and searching. */
  IndexEngine engine() {
    return engine;
  }

  /** Repairs damaged records from their originals. */
  RecordRepair recordRepair() {
    return recordRepair;
  }

  /**
   * Reads files and the queue into archive and index; returns when the queue is empty or {@link
   * #stopIndexing} was called.
   */
  IndexingProgress index(List<Path> files, IndexingListener listener)
      throws IOException, InterruptedException {
    return indexer.run(files, listener);
  }

  /**
   * Reads the queue into archive and index; returns as {@link #index(List, IndexingListener)} does.
   */
  IndexingProgress index(IndexingListener listener) throws IOException, InterruptedException {
    return indexer.run(listener);
  }

  /** Ends the current run after the files that are being read; other files remain in the queue. */
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
