package org.mingzhang.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.mingzhang.wire.IndexableDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes and deletes documents of an index in a cluster with external versions, so that an older
 * version that arrives late is ignored. Thread-safe.
 */
final class DocumentSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentSender.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int HTTP_CONFLICT = 409;
  private static final int HTTP_NOT_FOUND = 404;

  private final ClusterClient client;
  private final String index;
  private final DocumentSendQueue queue = new DocumentSendQueue();

  /**
   * Creates a sender for an index.
   *
   * @param index path of the index in the URLs of the cluster, with a leading slash
   */
  DocumentSender(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
  }

  private String documentPath(String documentId) {
    return index
        + "/_doc/"
        + URLEncoder.encode(documentId, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String versionParameters(long version) {
    return "?version_type=external_gte&version=" + version;
  }

  /**
   * Starts to send a document, after waiting as {@link DocumentSendQueue#send} does. A failure is
   * thrown by a later call that sends or waits; a document older than the indexed version is
   * ignored.
   */
  void replace(IndexableDocument document) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"rows\":".getBytes(StandardCharsets.UTF_8));
    document.write(body);
    body.write('}');
    ClusterClient.Call call =
        ClusterClient.Call.json(
            "PUT",
            documentPath(document.id()) + versionParameters(document.attributes().arrival()),
            body.toByteArray());
    queue.send(
        document.id(),
        () -> {
          ClusterClient.Response response = client.sendUpdate(call);
          if (response.status() == HTTP_CONFLICT) {
            LOG.info("the index has a later version of {}", document.id());
          } else {
            response.requireSuccess(document.id() + " cannot be indexed");
          }
        });
  }

  /**
   * Deletes the current version of a document; does nothing if there is none. Waits until all
   * documents have been sent. A later version that arrives meanwhile is kept.
   */
  void remove(String documentId) throws IOException {
    queue.awaitAll();
    ClusterClient.Response known =
        client.sendUpdate(
            ClusterClient.Call.of("GET", documentPath(documentId) + "?_source=false"));
    if (known.status() == HTTP_NOT_FOUND) {
      return;
    }
    known.requireSuccess(documentId + " cannot be looked up");
    long version = MAPPER.readTree(known.body()).path("_version").asLong();
    ClusterClient.Response response =
        client.sendUpdate(
            ClusterClient.Call.of("DELETE", documentPath(documentId) + versionParameters(version)));
    if (response.status() != HTTP_NOT_FOUND && response.status() != HTTP_CONFLICT) {
      response.requireSuccess(documentId + " cannot be deleted");
    }
  }

  /**
   * Waits until all documents have been sent.
   *
   * @throws IOException the first failure, with further failures as suppressed exceptions
   */
  void awaitAll() throws IOException {
    queue.awaitAll();
  }

  /** Returns and clears whether the sending of any document has begun since the last call. */
  boolean testAndClearSent() {
    return queue.testAndClearSent();
  }

  @Override
  public void close() {
    queue.close();
  }
}
