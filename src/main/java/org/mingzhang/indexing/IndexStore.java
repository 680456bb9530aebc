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
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.schema.CrossDocumentFinding;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.schema.NearRealTimeReaders;
import org.mingzhang.schema.StoredRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index on disk and its only writer.
 *
 * <p>All rows of a document are one block that is replaced atomically. Committed changes survive a
 * crash of the process. Thread-safe.
 */
public final class IndexStore implements MaintainableIndex {
  private static final Logger LOG = LoggerFactory.getLogger(IndexStore.class);

  private final Path folder;
  private final boolean damagedIndexReplaced;
  private final List<Consumer<NearRealTimeReaders>> reopenListeners = new CopyOnWriteArrayList<>();
  private volatile OpenIndex openIndex;
  private volatile boolean merging;

  private IndexStore(Path folder, OpenIndex openIndex, boolean replacedDamaged) {
    this.folder = folder;
    this.openIndex = openIndex;
    this.damagedIndexReplaced = replacedDamaged;
  }

  /**
   * Opens the index in a directory, creating it if there is none. An index with another schema
   * version is emptied and a corrupt one is moved aside; both must be filled again from the
   * archive.
   *
   * @throws IOException if the directory cannot be written or another process has the index open
   */
  public static IndexStore open(Path folder) throws IOException {
    try {
      return new IndexStore(folder, OpenIndex.open(folder), false);
    } catch (IOException | RuntimeException | Error e) {
      if (!IndexCorruptionDetector.isLikelyCorruption(e)) {
        throw e;
      }
      LOG.warn("the index is damaged and moved aside: {}", e.toString());
      DamagedIndexFolder.moveAside(folder);
      return new IndexStore(folder, OpenIndex.open(folder), true);
    }
  }

  /** Whether the index was emptied because of another schema version. */
  public boolean wasEmptied() {
    return openIndex.wasEmptied();
  }

  @Override
  public boolean wasDamagedIndexReplaced() {
    return damagedIndexReplaced;
  }

  @Override
  public boolean isWritable() {
    return openIndex.isWritable();
  }

  @Override
  public synchronized void reopen() throws IOException {
    OpenIndex last = openIndex;
    last.abandon();
    switchTo(OpenIndex.open(folder));
  }

  @Override
  public synchronized void replaceDamaged() throws IOException {
    openIndex.abandon();
    DamagedIndexFolder.moveAside(folder);
    switchTo(OpenIndex.open(folder));
  }

  private void switchTo(OpenIndex newIndex) {
    openIndex = newIndex;
    reopenListeners.forEach(f -> f.accept(new NearRealTimeReaders(newIndex.searchers())));
  }

  /** Adds a listener that is called with the new readers whenever the index is reopened. */
  public void addReopenListener(Consumer<NearRealTimeReaders> listener) {
    reopenListeners.add(listener);
  }

  @Override
  public void verify() throws IOException {
    openIndex.verify();
  }

  @Override
  public void replace(
      ArchivedDisclosure disclosure,
      List<CrossDocumentFinding> crossDocumentFindings,
      EditionGroup editions,
      PublicationInfo publication)
      throws IOException {
    var rows =
        DisclosureRowFactory.createRows(
            disclosure.id(),
            disclosure.disclosure(),
            disclosure.sectionIds(),
            crossDocumentFindings,
            new DocumentIndexAttributes(editions, disclosure.version().arrival(), publication));
    openIndex.write(
        writer -> writer.updateDocuments(FieldNames.documentTerm(disclosure.id()), rows));
  }

  @Override
  public void remove(String documentId) throws IOException {
    openIndex.write(writer -> writer.deleteDocuments(FieldNames.documentTerm(documentId)));
  }

  @Override
  public List<StoredRow> readDocument(String documentId) throws IOException {
    return IndexedDocumentReader.readDocument(openIndex.searchers(), documentId);
  }

  @Override
  public List<StoredRow> readDocumentsOfAgency(String agency) throws IOException {
    return IndexedDocumentReader.readDocumentsOfAgency(openIndex.searchers(), agency);
  }

  @Override
  public List<String> documentIds(String afterId, int limit) throws IOException {
    if (afterId.isEmpty()) {
      refreshBlocking();
    }
    return IndexedDocumentReader.readIds(openIndex.searchers(), afterId, limit);
  }

  @Override
  public void clear() throws IOException {
    openIndex.write(IndexWriter::deleteAll);
    commit();
  }

  @Override
  public void commit() throws IOException {
    OpenIndex now = openIndex;
    now.write(
        writer -> {
          writer.setLiveCommitData(Map.of(IndexSchema.VERSION_KEY, IndexSchema.VERSION).entrySet());
          return writer.commit();
        });
    now.searchers().maybeRefreshBlocking();
  }

  @Override
  public void refresh() throws IOException {
    openIndex.searchers().maybeRefresh();
  }

  @Override
  public void refreshBlocking() throws IOException {
    openIndex.searchers().maybeRefreshBlocking();
  }

  @Override
  public void compact() throws IOException {
    openIndex.writer().forceMergeDeletes();
    openIndex.writer().forceMerge(1);
    commit();
  }

  @Override
  public boolean mergeWhenIdle() throws IOException {
    merging = true;
    try {
      boolean merged = IdleMerger.mergeIfNeeded(openIndex.writer());
      if (merged) {
        commit();
      }
      return merged;
    } catch (AlreadyClosedException | ThreadInterruptedException closing) {
      return false;
    } finally {
      merging = false;
    }
  }

  /**
   * The current readers; they must be obtained again after the index was reopened, since that
   * closes them.
   */
  public NearRealTimeReaders readers() {
    return new NearRealTimeReaders(openIndex.searchers());
  }

  @Override
  public void close() throws IOException {
    OpenIndex last = openIndex;
    try {
      if (last.isWritable()) {
        commit();
      }
      last.close(merging);
    } catch (IOException | RuntimeException e) {
      last.abandon();
      if (!IndexCorruptionDetector.isLikelyCorruption(e)) {
        throw e;
      }
      LOG.warn("the index is damaged and will be made again at the next start: {}", e.toString());
    }
  }
}
