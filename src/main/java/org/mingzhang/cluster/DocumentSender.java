package org.mingzhang.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.mingzhang.wire.IndexedDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends documents to an index in a cluster and takes them out of it, by their versions, so that an
 * older one that comes later changes nothing. Safe on many threads.
 */
final class DocumentSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentSender.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final ClusterClient client;
  private final String index;
  private final DocumentSendQueue dispatch = new DocumentSendQueue();

  /**
   * Documents of an index.
   *
   * @param index its path
   */
  DocumentSender(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
  }

  private String path(String documentId) {
    return index
        + "/_doc/"
        + URLEncoder.encode(documentId, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String versioned(long version) {
    return "?version_type=external_gte&version=" + version;
  }

  /** Sends a document, soon. */
  void replace(IndexedDocument document) throws IOException {
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
          ClusterClient.Answer answer = client.ask(call);
          if (answer.status() == CONFLICT) {
            LOG.info("{} is in the index in a later version", document.id());
          } else {
            answer.require(document.id() + " cannot be indexed");
          }
        });
  }

  /** Takes out the version that is there, so that a later one that comes meanwhile stays. */
  void remove(String documentId) throws IOException {
    dispatch.settle();
    ClusterClient.Answer known =
        client.ask(ClusterClient.Call.of("GET", path(documentId) + "?_source=false"));
    if (known.status() == NOT_FOUND) {
      return;
    }
    known.require(documentId + " cannot be looked up");
    long version = MAPPER.readTree(known.body()).path("_version").asLong();
    ClusterClient.Answer answer =
        client.ask(ClusterClient.Call.of("DELETE", path(documentId) + versioned(version)));
    if (answer.status() != NOT_FOUND && answer.status() != CONFLICT) {
      answer.require(documentId + " cannot be taken out");
    }
  }

  /** Waits for all that was sent. */
  void settle() throws IOException {
    dispatch.settle();
  }

  /** Whether something was sent since this was last asked. */
  boolean sentSinceLast() {
    return dispatch.sentSinceLast();
  }

  @Override
  public void close() {
    dispatch.close();
  }
}
