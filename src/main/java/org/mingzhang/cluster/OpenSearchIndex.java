package org.mingzhang.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.indexing.MaintainedIndex;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Publishing;
import org.mingzhang.schema.CrossFinding;
import org.mingzhang.schema.DocumentHistory;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.search.Shards;
import org.mingzhang.search.StateGoneException;
import org.mingzhang.search.WholeDocuments;
import org.mingzhang.wire.IndexedDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of an index in an OpenSearch cluster.
 *
 * <p>A document is sent as its record, of which a node makes one block of rows. Its version is the
 * place in the order of arrival that the ledger gave it: an older one that comes later is passed
 * over. Several documents are on their way at once; whatever looks at the index waits for them.
 * What was sent and accepted is on the disks of all copies. Safe on many threads.
 */
public final class OpenSearchIndex implements MaintainedIndex {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSearchIndex.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int IDS = 20_000;

  private final ClusterClient client;
  private final Shards shards;
  private final IndexDefinition definition;
  private final boolean searchOnly;
  private final Dispatch dispatch = new Dispatch();

  private OpenSearchIndex(
      ClusterClient client, Shards shards, IndexDefinition definition, boolean searchOnly) {
    this.client = client;
    this.shards = shards;
    this.definition = definition;
    this.searchOnly = searchOnly;
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

  /** Damage shows as an error of the cluster; that it does not answer is none. */
  private ClusterClient.Answer send(ClusterClient.Call call) throws IOException {
    try {
      return client.send(call);
    } catch (ShardUnreachableException unreachable) {
      throw new IOException(unreachable.getMessage(), unreachable);
    }
  }

  private String path(String documentId) {
    return definition.path()
        + "/_doc/"
        + URLEncoder.encode(documentId, StandardCharsets.UTF_8).replace("+", "%20");
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
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"rows\":".getBytes(StandardCharsets.UTF_8));
    document.write(body);
    body.write('}');
    ClusterClient.Call call =
        ClusterClient.Call.json(
            "PUT",
            path(document.id()) + versioned(document.history().arrival()),
            body.toByteArray());
    dispatch.send(
        document.id(),
        () -> {
          ClusterClient.Answer answer = send(call);
          if (answer.status() == 409) {
            LOG.info("{} is in the index in a later version", document.id());
          } else {
            require(answer, document.id() + " cannot be indexed");
          }
        });
  }

  private static String versioned(long version) {
    return "?version_type=external_gte&version=" + version;
  }

  private static void require(ClusterClient.Answer answer, String what) throws IOException {
    if (!answer.good()) {
      throw new IOException(what + ": " + answer.status() + " " + answer.text());
    }
  }

  /** The version that is there is taken out, so that a later one that comes meanwhile stays. */
  @Override
  public void remove(String documentId) throws IOException {
    requireOwn();
    dispatch.settle();
    ClusterClient.Answer known =
        send(ClusterClient.Call.of("GET", path(documentId) + "?_source=false"));
    if (known.status() == 404) {
      return;
    }
    require(known, documentId + " cannot be looked up");
    JsonNode found = MAPPER.readTree(known.body());
    String version = versioned(found.path("_version").asLong());
    ClusterClient.Answer answer = send(ClusterClient.Call.of("DELETE", path(documentId) + version));
    if (answer.status() != 404 && answer.status() != 409) {
      require(answer, documentId + " cannot be taken out");
    }
  }

  @Override
  public void clear() throws IOException {
    requireOwn();
    dispatch.settle();
    definition.renew();
  }

  /** Asks the shards about documents. */
  @FunctionalInterface
  private interface Rows<T> {
    List<T> of(WholeDocuments shard) throws IOException;
  }

  private <T> List<T> rows(Rows<T> question) throws IOException {
    dispatch.settle();
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
  public Set<String> documentIds() throws IOException {
    show();
    Set<String> ids = new HashSet<>();
    try (Shards.Held held = shards.hold()) {
      for (ShardPort shard : held.shards()) {
        List<String> some;
        String last = "";
        do {
          some = shard.documentIds(last, IDS);
          ids.addAll(some);
          last = some.isEmpty() ? "" : some.getLast();
        } while (some.size() == IDS);
      }
    } catch (ShardUnreachableException | StateGoneException unreachable) {
      throw new IOException(unreachable.getMessage(), unreachable);
    }
    return ids;
  }

  @Override
  public void refresh() throws IOException {
    if (dispatch.sentSinceLast()) {
      show();
    }
  }

  @Override
  public void show() throws IOException {
    dispatch.settle();
    require(
        send(ClusterClient.Call.of("POST", definition.path() + "/_refresh")),
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
    dispatch.settle();
    require(
        send(ClusterClient.Call.of("POST", definition.path() + "/_forcemerge?max_num_segments=1")),
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
      dispatch.settle();
    } finally {
      dispatch.close();
      shards.close();
      client.close();
    }
  }
}
