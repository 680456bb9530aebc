package org.mingzhang.indexing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.ThreadInterruptedException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.schema.CrossFinding;
import org.mingzhang.schema.DisclosureDocuments;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;

/**
 * The search index on disk and its only writer.
 *
 * <p>A document's sections, indicators, figures and findings are one block that is replaced as a
 * whole: a reader sees the old block or the new one. What was committed survives the death of the
 * process. Safe on many threads.
 */
public final class IndexStore implements Closeable {
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final boolean rebuilt;
  private volatile boolean settling;

  private IndexStore(
      Directory directory, IndexWriter writer, SearcherManager searchers, boolean rebuilt) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
    this.rebuilt = rebuilt;
  }

  /**
   * Opens the index in a folder, creating it where there is none. An index of another schema
   * version is emptied: it is to be filled again from the archive.
   *
   * @throws IOException if the folder cannot be written or another process has the index open
   */
  public static IndexStore open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    boolean fits =
        !DirectoryReader.indexExists(directory) || IndexSchema.VERSION.equals(schemaOf(directory));
    IndexWriter writer = new IndexWriter(directory, IndexSchema.writerConfig());
    if (!fits) {
      writer.deleteAll();
    }
    SearcherManager searchers = new SearcherManager(writer, null);
    return new IndexStore(directory, writer, searchers, !fits);
  }

  private static @Nullable String schemaOf(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().get(IndexSchema.VERSION_KEY);
    }
  }

  /** Whether the index was emptied on opening because its schema was another version's. */
  public boolean rebuilt() {
    return rebuilt;
  }

  /**
   * Indexes a disclosure in place of what the document had. Visible after {@link #refresh}, safe
   * after {@link #commit}.
   */
  void replace(ArchivedDisclosure disclosure) throws IOException {
    replace(disclosure, List.of());
  }

  /** The same, with the findings that other documents have part in. */
  void replace(ArchivedDisclosure disclosure, List<CrossFinding> across) throws IOException {
    writer.updateDocuments(
        FieldNames.documentTerm(disclosure.id()),
        DisclosureDocuments.of(
            disclosure.id(), disclosure.disclosure(), disclosure.sectionIds(), across));
  }

  /** Takes a document out. */
  void remove(String documentId) throws IOException {
    writer.deleteDocuments(FieldNames.documentTerm(documentId));
  }

  /** Permalink ids of all documents that have rows in the index. */
  Set<String> documentIds() throws IOException {
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      Set<String> ids = new HashSet<>();
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), FieldNames.DOCUMENT);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef id = each.next(); id != null; id = each.next()) {
          ids.add(id.utf8ToString());
        }
      }
      return ids;
    } finally {
      searchers.release(searcher);
    }
  }

  /** Takes everything out. */
  void clear() throws IOException {
    writer.deleteAll();
    commit();
  }

  /** Writes all changes to the disk. */
  public void commit() throws IOException {
    writer.setLiveCommitData(Map.of(IndexSchema.VERSION_KEY, IndexSchema.VERSION).entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  /** Makes changes visible to searches that begin from now on. */
  public void refresh() throws IOException {
    searchers.maybeRefresh();
  }

  /** Makes changes visible to searches before it returns. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Merges small segments, for an index that will not change for a while. */
  public void compact() throws IOException {
    writer.forceMergeDeletes();
    writer.forceMerge(1);
    commit();
  }

  /**
   * Merges what was indexed to few parts, for an index that nothing is being added to; what is
   * added all the same is not kept waiting. Blocks until that is done, or {@link #close} ends it.
   *
   * @return whether something was merged
   */
  public boolean settle() throws IOException {
    settling = true;
    try {
      boolean merged = IdleMerge.run(writer);
      if (merged) {
        commit();
      }
      return merged;
    } catch (AlreadyClosedException | ThreadInterruptedException closing) {
      return false;
    } finally {
      settling = false;
    }
  }

  /** The searchers over this index. */
  public SearcherManager searchers() {
    return searchers;
  }

  @Override
  public void close() throws IOException {
    commit();
    searchers.close();
    if (settling) {
      writer.rollback(); // all is committed; a merge that takes a minute is not waited for
    } else {
      writer.close();
    }
    directory.close();
  }
}
