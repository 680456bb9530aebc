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
 * @param directory its files
 * @param writer its only writer
 * @param searchers its searchers
 * @param emptied whether it was emptied on opening because its schema was another version's
 */
record OpenIndex(
    Directory directory, IndexWriter writer, SearcherManager searchers, boolean emptied) {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);

  /** Opens the index in a folder, creating it where there is none. */
  static OpenIndex open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    IndexWriter writer = null;
    try {
      boolean fits =
          !DirectoryReader.indexExists(directory)
              || IndexSchema.VERSION.equals(schemaOf(directory));
      writer = new IndexWriter(directory, IndexSchema.writerConfig());
      if (!fits) {
        writer.deleteAll();
      }
      return new OpenIndex(directory, writer, new SearcherManager(writer, null), !fits);
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

  /** Lets go of an index that may be damaged; what was not committed is lost. */
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

  /** Whether it can be written: a writer that met a full disk or damage closes itself. */
  boolean writable() {
    return writer.isOpen();
  }

  /** A change of the index; returns its number. */
  @FunctionalInterface
  interface Change {
    long on(IndexWriter writer) throws IOException;
  }

  /**
   * Changes the index.
   *
   * @throws IOException if it cannot be written; says why also where the writer has closed itself
   *     because of an earlier failure
   */
  void write(Change change) throws IOException {
    try {
      long unused = change.on(writer);
    } catch (IllegalStateException e) {
      Throwable cause = writer.getTragicException();
      if (cause == null) {
        throw e;
      }
      throw new IOException("the index could not be written: " + cause.getMessage(), cause);
    }
  }

  /**
   * Reads all files to their checksums, of what is searched and of what was last committed.
   *
   * @throws IOException if one of them is damaged; damage may show in other ways
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

  /** Closes it; a merge that takes a minute is not waited for where {@code settling}. */
  void close(boolean settling) throws IOException {
    searchers.close();
    if (settling || !writable()) {
      writer.rollback(); // all is committed, or cannot be
    } else {
      writer.close();
    }
    directory.close();
  }
}
