package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.ThreadInterruptedException;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Publishing;
import org.mingzhang.schema.CrossFinding;
import org.mingzhang.schema.DisclosureDocuments;
import org.mingzhang.schema.DocumentHistory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.schema.LiveReaders;
import org.mingzhang.schema.StoredRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index on disk and its only writer.
 *
 * <p>A document's sections, indicators, figures and findings are one block that is replaced as a
 * whole: a reader sees the old block or the new one. What was committed survives the death of the
 * process. Safe on many threads.
 */
public final class IndexStore implements MaintainedIndex {
  private static final Logger LOG = LoggerFactory.getLogger(IndexStore.class);

  private final Path folder;
  private final boolean renewed;
  private final List<Consumer<LiveReaders>> followers = new CopyOnWriteArrayList<>();
  private volatile OpenIndex open;
  private volatile boolean settling;

  private IndexStore(Path folder, OpenIndex open, boolean renewed) {
    this.folder = folder;
    this.open = open;
    this.renewed = renewed;
  }

  /**
   * Opens the index in a folder, creating it where there is none. An index of another schema
   * version is emptied, one that is damaged is moved aside: it is to be filled again from the
   * archive.
   *
   * @throws IOException if the folder cannot be written or another process has the index open
   */
  public static IndexStore open(Path folder) throws IOException {
    try {
      return new IndexStore(folder, OpenIndex.open(folder), false);
    } catch (IOException | RuntimeException | Error e) {
      if (!IndexDamage.isLikely(e)) {
        throw e;
      }
      LOG.warn("the index is damaged and moved aside: {}", e.toString());
      DamagedFolder.take(folder);
      return new IndexStore(folder, OpenIndex.open(folder), true);
    }
  }

  /** Whether the index was emptied on opening because its schema was another version's. */
  public boolean rebuilt() {
    return open.emptied();
  }

  @Override
  public boolean renewed() {
    return renewed;
  }

  @Override
  public boolean writable() {
    return open.writable();
  }

  @Override
  public synchronized void reopen() throws IOException {
    OpenIndex last = open;
    last.abandon();
    follow(OpenIndex.open(folder));
  }

  @Override
  public synchronized void renew() throws IOException {
    open.abandon();
    DamagedFolder.take(folder);
    follow(OpenIndex.open(folder));
  }

  private void follow(OpenIndex next) {
    open = next;
    followers.forEach(f -> f.accept(new LiveReaders(next.searchers())));
  }

  /** Tells somebody of new readers whenever the index was opened again. */
  public void onReopened(Consumer<LiveReaders> follower) {
    followers.add(follower);
  }

  @Override
  public void verify() throws IOException {
    open.verify();
  }

  @Override
  public void replace(
      ArchivedDisclosure disclosure,
      List<CrossFinding> across,
      Editions editions,
      Publishing publishing)
      throws IOException {
    var rows =
        DisclosureDocuments.of(
            disclosure.id(),
            disclosure.disclosure(),
            disclosure.sectionIds(),
            across,
            new DocumentHistory(editions, disclosure.version().arrival(), publishing));
    open.write(writer -> writer.updateDocuments(FieldNames.documentTerm(disclosure.id()), rows));
  }

  @Override
  public void remove(String documentId) throws IOException {
    open.write(writer -> writer.deleteDocuments(FieldNames.documentTerm(documentId)));
  }

  @Override
  public List<StoredRow> document(String documentId) throws IOException {
    return IndexedDocuments.document(open.searchers(), documentId);
  }

  @Override
  public List<StoredRow> ofAgency(String agency) throws IOException {
    return IndexedDocuments.ofAgency(open.searchers(), agency);
  }

  @Override
  public List<String> documentIds(String after, int most) throws IOException {
    if (after.isEmpty()) {
      show();
    }
    return IndexedDocuments.ids(open.searchers(), after, most);
  }

  @Override
  public void clear() throws IOException {
    open.write(IndexWriter::deleteAll);
    commit();
  }

  @Override
  public void commit() throws IOException {
    OpenIndex now = open;
    now.write(
        writer -> {
          writer.setLiveCommitData(Map.of(IndexSchema.VERSION_KEY, IndexSchema.VERSION).entrySet());
          return writer.commit();
        });
    now.searchers().maybeRefreshBlocking();
  }

  @Override
  public void refresh() throws IOException {
    open.searchers().maybeRefresh();
  }

  @Override
  public void show() throws IOException {
    open.searchers().maybeRefreshBlocking();
  }

  @Override
  public void compact() throws IOException {
    open.writer().forceMergeDeletes();
    open.writer().forceMerge(1);
    commit();
  }

  @Override
  public boolean settle() throws IOException {
    settling = true;
    try {
      boolean merged = IdleMerge.run(open.writer());
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

  /** The readers of this index, until it is opened again. */
  public LiveReaders readers() {
    return new LiveReaders(open.searchers());
  }

  @Override
  public void close() throws IOException {
    OpenIndex last = open;
    try {
      if (last.writable()) {
        commit();
      }
      last.close(settling);
    } catch (IOException | RuntimeException e) {
      last.abandon();
      if (!IndexDamage.isLikely(e)) {
        throw e;
      }
      LOG.warn("the index is damaged and will be made again at the next start: {}", e.toString());
    }
  }
}
