package org.mingzhang.cluster;

import java.io.IOException;
import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.indexing.MaintainedIndex;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Publishing;
import org.mingzhang.schema.CrossFinding;
import org.mingzhang.schema.DocumentHistory;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.search.Shards;
import org.mingzhang.search.StateGoneException;
import org.mingzhang.search.WholeDocuments;
import org.mingzhang.text.CodePointOrder;
import org.mingzhang.wire.IndexedDocument;

/**
 * The documents of an index in an OpenSearch cluster.
 *
 * <p>A document is sent as its record, of which a node makes one block of rows. Its version is the
 * place in the order of arrival that the ledger gave it: an older one that comes later is passed
 * over. Several documents are on their way at once; whatever looks at the index waits for them.
 * What was sent and accepted is on the disks of all copies. Safe on many threads.
 */
public final class OpenSearchIndex implements MaintainedIndex {
  private final ClusterClient client;
  private final Shards shards;
  private final IndexDefinition definition;
  private final boolean searchOnly;
  private final DocumentSender documents;

  private OpenSearchIndex(
      ClusterClient client, Shards shards, IndexDefinition definition, boolean searchOnly) {
    this.client = client;
    this.shards = shards;
    this.definition = definition;
    this.searchOnly = searchOnly;
    this.documents = new DocumentSender(client, definition.path());
  }

  /**
   * Opens the index, making it where it is not there.
   *
   * @throws IOException if the settings name a file that cannot be read, or the index is one of
   *     another version of this program
   * @throws ShardUnreachableException where the cluster does not answer
   */
  public static OpenSearchIndex open(ClusterSettings settings) throws IOException {
    ClusterClient client = new ClusterClient(settings);
    try {
      IndexDefinition definition = new IndexDefinition(client, settings);
      definition.require();
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
      List<CrossFinding> across,
      Editions editions,
      Publishing publishing)
      throws IOException {
    replace(
        new IndexedDocument(
            disclosure.id(),
            disclosure.disclosure(),
            disclosure.sectionIds(),
            across,
            new DocumentHistory(editions, disclosure.version().arrival(), publishing)));
  }

  private void requireOwn() throws IOException {
    if (searchOnly) {
      throw new IOException("this portal only searches the index; another one fills it");
    }
  }

  /** Indexes a document in place of what there is of it, unless that is of a later version. */
  public void replace(IndexedDocument document) throws IOException {
    requireOwn();
    documents.replace(document);
  }

  @Override
  public void remove(String documentId) throws IOException {
    requireOwn();
    documents.remove(documentId);
  }

  @Override
  public void clear() throws IOException {
    requireOwn();
    documents.settle();
    definition.renew();
  }

  /** Asks the shards about documents. */
  @FunctionalInterface
  private interface Rows<T> {
    List<T> of(WholeDocuments shard) throws IOException;
  }

  private <T> List<T> rows(Rows<T> question) throws IOException {
    documents.settle();
    try (Shards.Held held = shards.hold()) {
      return held.ask((number, shard) -> question.of(shard)).stream()
          .flatMap(List::stream)
          .toList();
    } catch (ShardUnreachableException | StateGoneException unreachable) {
      throw new IOException(unreachable.getMessage(), unreachable);
    }
  }

  @Override
  public List<StoredRow> document(String documentId) throws IOException {
    return rows(shard -> shard.document(documentId));
  }

  @Override
  public List<StoredRow> ofAgency(String agency) throws IOException {
    return rows(shard -> shard.ofAgency(agency));
  }

  @Override
  public List<String> documentIds(String after, int most) throws IOException {
    if (after.isEmpty()) {
      show();
    }
    return rows(shard -> shard.documentIds(after, most)).stream()
        .sorted(CodePointOrder.COMPARATOR)
        .limit(most)
        .toList();
  }

  @Override
  public void refresh() throws IOException {
    if (documents.sentSinceLast()) {
      show();
    }
  }

  @Override
  public void show() throws IOException {
    documents.settle();
    client.require(
        ClusterClient.Call.of("POST", definition.path() + "/_refresh"),
        "what was indexed cannot be made visible");
  }

  /** What was accepted is safe already. */
  @Override
  public void commit() throws IOException {
    show();
  }

  @Override
  public boolean renewed() {
    return false;
  }

  /** The cluster says of each document whether it could be written. */
  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public void reopen() {}

  /** Other portals may search it: it is made anew by whoever says so, see {@link #clear}. */
  @Override
  public void renew() throws IOException {
    throw new IOException("an index in a cluster is made again by `rebuild` alone");
  }

  /** The nodes look after their files themselves. */
  @Override
  public void verify() {}

  @Override
  public void compact() throws IOException {
    requireOwn();
    documents.settle();
    client.require(
        ClusterClient.Call.of("POST", definition.path() + "/_forcemerge?max_num_segments=1"),
        "the index cannot be merged");
    show();
  }

  /** The nodes merge by themselves. */
  @Override
  public boolean settle() {
    return false;
  }

  @Override
  public void close() throws IOException {
    try {
      documents.settle();
    } finally {
      documents.close();
      shards.close();
      client.close();
    }
  }
}
