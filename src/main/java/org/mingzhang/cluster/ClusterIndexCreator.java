package org.mingzhang.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.mingzhang.schema.IndexSchema;

/** Creates an index in a cluster, and checks the schema version of an existing one. Thread-safe. */
final class ClusterIndexCreator {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ClusterClient client;
  private final ClusterSettings settings;

  ClusterIndexCreator(ClusterClient client, ClusterSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Path of the index in the URLs of the cluster, with a leading slash. */
  String indexPath() {
    return "/" + settings.index();
  }

  /**
   * Checks the schema version of the index, and creates the index if it does not exist.
   *
   * @throws IOException if the cluster refuses it, if the index has another version of the schema,
   *     or if it does not exist and another process is to create it
   * @throws ShardUnreachableException if the cluster does not respond
   */
  void ensureExists() throws IOException {
    ClusterClient.Response response =
        client.send(ClusterClient.Call.of("GET", indexPath() + "/_mapping"));
    if (response.status() == 404) {
      if (settings.searchOnly()) {
        throw new IOException("the cluster has no index " + settings.index() + " yet");
      }
      create();
      return;
    }
    response.requireSuccess("the index " + settings.index() + " cannot be looked up");
    for (JsonNode index : MAPPER.readTree(response.body())) {
      String version = index.path("mappings").path("_meta").path(IndexSchema.VERSION_KEY).asText();
      if (!version.equals(IndexSchema.VERSION)) {
        throw new IOException(
            "the index "
                + settings.index()
                + " of the cluster "
                + (version.isEmpty() ? "was not created by Mingzhang" : "has schema " + version)
                + "; this program needs schema "
                + IndexSchema.VERSION
                + ". Choose another name with --engine-index");
      }
    }
  }

  private void create() throws IOException {
    // analyzer, similarity and field type come from the plugin; the source is kept in the archive
    String body =
        """
        {"settings": {
           "number_of_shards": %d,
           "number_of_replicas": %d,
           "refresh_interval": "-1",
           "index.replication.type": "SEGMENT",
           "index.mapping.nested_objects.limit": 1000000,
           "index.analysis.analyzer.default.type": "mingzhang",
           "index.similarity.default.type": "mingzhang"},
         "mappings": {
           "dynamic": "strict",
           "_meta": {"mingzhang.schema": "%s"},
           "_source": {"enabled": false},
           "properties": {"rows": {"type": "mingzhang_rows"}}}}
        """
            .formatted(settings.shards(), settings.replicas(), IndexSchema.VERSION);
    ClusterClient.Response response =
        client.send(ClusterClient.Call.json("PUT", indexPath(), body));
    if (response.status() == 400 && response.textExcerpt().contains("resource_already_exists")) {
      return; // another portal has created it
    }
    if (response.status() == 400 && response.textExcerpt().contains("mingzhang")) {
      throw new IOException(
          "the cluster's nodes do not have the plugin mingzhang: " + response.textExcerpt());
    }
    response.requireSuccess("the index " + settings.index() + " cannot be created");
  }

  /** Deletes the index, if there is one, with all documents and creates it again. */
  void recreate() throws IOException {
    ClusterClient.Response response = client.send(ClusterClient.Call.of("DELETE", indexPath()));
    if (response.status() != 404) {
      response.requireSuccess("the index " + settings.index() + " cannot be deleted");
    }
    create();
  }
}
