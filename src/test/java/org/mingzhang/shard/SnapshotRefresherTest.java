package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingzhang.schema.IndexSchema;

/** A state that cannot be opened for a moment is shown as soon as it can. */
class SnapshotRefresherTest {
  private final AtomicBoolean failing = new AtomicBoolean();
  private Directory directory;
  private IndexWriter writer;
  private SearcherManager manager;
  private SnapshotRefresher refresher;

  @BeforeEach
  void open() throws IOException {
    directory = new ByteBuffersDirectory();
    writer = new IndexWriter(directory, IndexSchema.writerConfig());
    manager = new SearcherManager(writer, failingFactory());
    refresher = new SnapshotRefresher(manager);
  }

  @AfterEach
  void close() throws IOException {
    refresher.close();
    manager.close();
    writer.close();
    directory.close();
  }

  /** Makes searchers whose reader cannot be got while {@link #failing} is set. */
  private SearcherFactory failingFactory() {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
        return new IndexSearcher(reader) {
          @Override
          public IndexReader getIndexReader() {
            if (failing.get()
                && StackWalker.getInstance()
                    .walk(s -> s.anyMatch(f -> f.getMethodName().equals("openSnapshot")))) {
              throw new UncheckedIOException(new IOException("cannot be read now"));
            }
            return super.getIndexReader();
          }
        };
      }
    };
  }

  private int shown() {
    return refresher.current().reader().numDocs();
  }

  @Test
  void a_refreshed_state_is_shown_by_the_next_refresh_though_nothing_changed() throws IOException {
    writer.addDocument(new Document());
    failing.set(true);
    assertThatThrownBy(() -> manager.maybeRefreshBlocking()).hasMessageContaining("cannot be read");
    assertThat(shown()).isZero();
    failing.set(false);
    manager.maybeRefreshBlocking();
    assertThat(shown()).isEqualTo(1);
  }

  @Test
  void another_index_is_shown_by_its_next_refresh_though_nothing_changed() throws IOException {
    try (Directory other = new ByteBuffersDirectory();
        IndexWriter otherWriter = new IndexWriter(other, IndexSchema.writerConfig())) {
      otherWriter.addDocument(new Document());
      try (SearcherManager next = new SearcherManager(otherWriter, failingFactory())) {
        long before = refresher.current().version();
        failing.set(true);
        assertThatThrownBy(() -> refresher.switchTo(next)).hasMessageContaining("cannot be read");
        assertThat(shown()).isZero();
        failing.set(false);
        next.maybeRefreshBlocking();
        assertThat(shown()).isEqualTo(1);
        assertThat(refresher.current().version()).isGreaterThan(before);
        refresher.switchTo(manager);
      }
    }
  }
}
