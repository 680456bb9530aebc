package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.mingzhang.schema.IndexSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An index that is open for writing and searching.
 *
 * @param directory the directory
 * @param writer the only writer
 * @param searchers searchers on the writer
 * @param wasEmptied whether it was emptied on opening because of another schema version
 */
record OpenIndex(
    Directory directory, IndexWriter writer, SearcherManager searchers, boolean wasEmptied) {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);

  /**
   * Opens the index in a directory, creating it if there is none and emptying it if it has another
   * schema version.
   */
  static OpenIndex open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    IndexWriter writer = null;
    try {
      boolean sameSchema =
          !DirectoryReader.indexExists(directory)
              || IndexSchema.VERSION.equals(schemaOf(directory));
      writer = new IndexWriter(directory, IndexSchema.writerConfig());
      if (!sameSchema) {
        writer.deleteAll();
      }
      return new OpenIndex(directory, writer, new SearcherManager(writer, null), !sameSchema);
    } catch (IOException | RuntimeException | Error e) {
      abandon(writer, directory);
      throw e;
    }
  }

  private static @Nullable String schemaOf(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().get(IndexSchema.VERSION_KEY);
    }
  }

  /** Releases an index that may be corrupt; uncommitted changes are lost. */
  void abandon() {
    try {
      searchers.close();
    } catch (IOException | RuntimeException e) {
      LOG.debug("searchers of an index that is given up could not be closed", e);
    }
    abandon(writer, directory);
  }

  private static void abandon(@Nullable IndexWriter writer, Directory directory) {
    try {
      if (writer != null) {
        writer.rollback();
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("a writer that is given up could not be closed", e);
    }
    try {
      directory.close();
    } catch (IOException | RuntimeException e) {
      LOG.debug("an index that is given up could not be closed", e);
    }
  }

  /**
   * Whether it can be written; the writer closes itself when the disk is full or the index corrupt.
   */
  boolean isWritable() {
    return writer.isOpen();
  }

  /** A change of the index; returns its sequence number. */
  @FunctionalInterface
  interface Change {
    long apply(IndexWriter writer) throws IOException;
  }

  /**
   * Changes the index.
   *
   * @throws IOException if it cannot be written, with the original cause if the writer has closed
   *     itself after an earlier failure
   */
  void write(Change change) throws IOException {
    try {
      long unused = change.apply(writer);
    } catch (IllegalStateException e) {
      Throwable cause = writer.getTragicException();
      if (cause == null) {
        throw e;
      }
      throw new IOException("the index could not be written: " + cause.getMessage(), cause);
    }
  }

  /**
   * Verifies the checksums of all files of the current reader and of the last commit. Returns early
   * if the index is closed meanwhile.
   *
   * @throws IOException if a file is corrupt; corruption may also show as another exception
   */
  void verify() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      verify(searcher.getIndexReader());
      if (DirectoryReader.indexExists(directory)) {
        try (DirectoryReader committed = DirectoryReader.open(directory)) {
          verify(committed);
        }
      }
    } catch (AlreadyClosedException closing) {
      LOG.debug("the index was closed while it was being verified", closing);
    } finally {
      searchers.release(searcher);
    }
  }

  private static void verify(IndexReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  /**
   * Closes the index, which must have been committed if it is writable. While {@link IdleMerger} is
   * merging it, the merge is aborted instead of awaited.
   *
   * @param isBeingMerged whether it is merging
   */
  void close(boolean isBeingMerged) throws IOException {
    searchers.close();
    if (isBeingMerged || !isWritable()) {
      writer.rollback(); // everything is committed, or the disk does not allow a commit
    } else {
      writer.close();
    }
    directory.close();
  }
}
