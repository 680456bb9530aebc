package org.mingzhang.cluster;

import java.io.IOException;
import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.indexing.MaintainableIndex;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.schema.CrossDocumentFinding;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.search.ExpiredStateException;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.search.Shards;
import org.mingzhang.search.StoredDocumentReader;
import org.mingzhang.text.CodePointOrder;
import org.mingzhang.wire.IndexableDocument;

/**
 * An index in an OpenSearch cluster.
 *
 * <p>A document is sent as its record, from which a node makes one block of rows. Its external
 * version is its ordinal in the archive's order of arrival, so that an older version that arrives
 * late is ignored. Several documents are sent in parallel; methods that read the index wait for
 * them. An accepted document is on disk on all copies of its shard. Thread-safe.
 */
public final class OpenSearchIndex implements MaintainableIndex {
  private final ClusterClient client;
  private final Shards shards;
  private final ClusterIndexCreator indexCreator;
  private final boolean searchOnly;
  private final DocumentSender documentSender;

  private OpenSearchIndex(
      ClusterClient client, Shards shards, ClusterIndexCreator indexCreator, boolean searchOnly) {
    this.client = client;
    this.shards = shards;
    this.indexCreator = indexCreator;
    this.searchOnly = searchOnly;
    this.documentSender = new DocumentSender(client, indexCreator.indexPath());
  }

  /**
   * Opens the index, which is created if it does not exist, unless the settings are for search
   * only.
   *
   * @throws IOException if the certificates cannot be read, if the index has another version of the
   *     schema, or if it does not exist and is not created
   * @throws ShardUnreachableException if the cluster does not respond
   */
  public static OpenSearchIndex open(ClusterSettings settings) throws IOException {
    ClusterClient client = new ClusterClient(settings);
    try {
      ClusterIndexCreator definition = new ClusterIndexCreator(client, settings);
      definition.ensureExists();
      return new OpenSearchIndex(
          client, OpenSearchShards.open(settings), definition, settings.searchOnly());
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  @Override
  public void replace(
      ArchivedDisclosure disclosure,
      List<CrossDocumentFinding> crossDocumentFindings,
      EditionGroup editions,
      PublicationInfo publication)
      throws IOException {
    replace(
        new IndexableDocument(
            disclosure.id(),
            disclosure.disclosure(),
            disclosure.sectionIds(),
            crossDocumentFindings,
            new DocumentIndexAttributes(editions, disclosure.version().arrival(), publication)));
  }

  private void requireWritable() throws IOException {
    if (searchOnly) {
      throw new IOException("this portal only searches the index; another portal maintains it");
    }
  }

  /**
   * Starts to replace a document, unless the index has a later version of it, and returns before
   * that is done.
   *
   * @throws IOException if the index is opened for search only, or if an earlier document could not
   *     be sent
   */
  public void replace(IndexableDocument document) throws IOException {
    requireWritable();
    documentSender.replace(document);
  }

  @Override
  public void remove(String documentId) throws IOException {
    requireWritable();
    documentSender.remove(documentId);
  }

  @Override
  public void clear() throws IOException {
    requireWritable();
    documentSender.awaitAll();
    indexCreator.recreate();
  }

  /** Reads rows from one shard. */
  @FunctionalInterface
  private interface RowReader<T> {
    List<T> read(StoredDocumentReader shard) throws IOException;
  }

  private <T> List<T> readRows(RowReader<T> reader) throws IOException {
    documentSender.awaitAll();
    try (Shards.ShardsSnapshot held = shards.acquire()) {
      return held.callAll((number, shard) -> reader.read(shard)).stream()
          .flatMap(List::stream)
          .toList();
    } catch (ShardUnreachableException | ExpiredStateException unreachable) {
      throw new IOException(unreachable.getMessage(), unreachable);
    }
  }

  @Override
  public List<StoredRow> readDocument(String documentId) throws IOException {
    return readRows(shard -> shard.readDocument(documentId));
  }

  @Override
  public List<StoredRow> readDocumentsOfAgency(String agency) throws IOException {
    return readRows(shard -> shard.readDocumentsOfAgency(agency));
  }

  @Override
  public List<String> documentIds(String after, int limit) throws IOException {
    if (after.isEmpty()) {
      refreshBlocking();
    }
    return readRows(shard -> shard.documentIds(after, limit)).stream()
        .sorted(CodePointOrder.COMPARATOR)
        .limit(limit)
        .toList();
  }

  @Override
  public void refresh() throws IOException {
    if (documentSender.testAndClearSent()) {
      refreshBlocking();
    }
  }

  @Override
  public void refreshBlocking() throws IOException {
    documentSender.awaitAll();
    client.sendRequiredUpdate(
        ClusterClient.Call.of("POST", indexCreator.indexPath() + "/_refresh"),
        "the index cannot be refreshed");
  }

  /** Refreshes only: accepted documents are durable already. */
  @Override
  public void commit() throws IOException {
    refreshBlocking();
  }

  @Override
  public boolean wasDamagedIndexReplaced() {
    return false;
  }

  /**
   * Always true, even if the index is opened for search only: write failures are reported for each
   * document.
   */
  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public void reopen() {}

  /** Always fails, because other portals may search the index; see {@link #clear}. */
  @Override
  public void replaceDamaged() throws IOException {
    throw new IOException("only `rebuild` can build an index in a cluster again");
  }

  /** Does nothing: the nodes check their files. */
  @Override
  public void verify() {}

  @Override
  public void compact() throws IOException {
    requireWritable();
    documentSender.awaitAll();
    client.sendRequiredUpdate(
        ClusterClient.Call.of("POST", indexCreator.indexPath() + "/_forcemerge?max_num_segments=1"),
        "the index cannot be merged");
    refreshBlocking();
  }

  /** Does nothing and returns false: the nodes merge segments. */
  @Override
  public boolean mergeWhenIdle() {
    return false;
  }

  @Override
  public void close() throws IOException {
    try {
      documentSender.awaitAll();
    } finally {
      documentSender.close();
      shards.close();
      client.close();
    }
  }
}
