package org.mingzhang.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.mingzhang.schema.IndexSchema;

/**
 * An index of a cluster by its name: its settings, and the version of the schema that its documents
 * were indexed by. Safe on many threads.
 */
final class IndexDefinition {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ClusterClient client;
  private final ClusterSettings settings;

  IndexDefinition(ClusterClient client, ClusterSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Where the index is, as an absolute path. */
  String path() {
    return "/" + settings.index();
  }

  /**
   * Makes the index where it is not there.
   *
   * @throws IOException where the cluster refuses it, or it is of another version of the schema
   */
  void require() throws IOException {
    ClusterClient.Answer answer = client.send(ClusterClient.Call.of("GET", path() + "/_mapping"));
    if (answer.status() == 404) {
      if (settings.searchOnly()) {
        throw new IOException("the cluster has no index " + settings.index() + " yet");
      }
      make();
      return;
    }
    require(answer, "the index " + settings.index() + " cannot be looked up");
    for (JsonNode each : MAPPER.readTree(answer.body())) {
      String version = each.path("mappings").path("_meta").path(IndexSchema.VERSION_KEY).asText();
      if (!version.equals(IndexSchema.VERSION)) {
        throw new IOException(
            "the index "
                + settings.index()
                + " of the cluster "
                + (version.isEmpty() ? "is not one of Mingzhang" : "has schema " + version)
                + "; this program needs schema "
                + IndexSchema.VERSION
                + ": give another name with --engine-index");
      }
    }
  }

  private void make() throws IOException {
    // analyzer, scoring and field are the plugin's; records are in the archive, not here again
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
    ClusterClient.Answer answer = client.send(ClusterClient.Call.json("PUT", path(), body));
    if (answer.status() == 400 && answer.text().contains("resource_already_exists")) {
      return; // another portal was faster
    }
    if (answer.status() == 400 && answer.text().contains("mingzhang")) {
      throw new IOException(
          "the cluster's nodes do not have the plugin mingzhang: " + answer.text());
    }
    require(answer, "the index " + settings.index() + " cannot be made");
  }

  /** Makes the index anew, empty. */
  void renew() throws IOException {
    ClusterClient.Answer answer = client.send(ClusterClient.Call.of("DELETE", path()));
    if (answer.status() != 404) {
      require(answer, "the index " + settings.index() + " cannot be taken out");
    }
    make();
  }

  private static void require(ClusterClient.Answer answer, String what) throws IOException {
    if (!answer.good()) {
      throw new IOException(what + ": " + answer.status() + " " + answer.text());
    }
  }
}
