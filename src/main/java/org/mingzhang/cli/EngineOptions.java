package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingzhang.cluster.ClusterSettings;
import org.mingzhang.cluster.OpenSearchShards;
import org.mingzhang.search.Shards;
import org.mingzhang.shard.LocalShards;
import picocli.CommandLine.Option;

/** What holds the index: the data folder, or a cluster. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "opensearch=HOST:PORT,…",
      description =
          "Nodes of an OpenSearch cluster with the plugin that hold the index, https://HOST:PORT"
              + " for encrypted lines (default: the index is in the data folder).")
  private @Nullable String engine;

  @Option(
      names = "--engine-index",
      paramLabel = "NAME",
      defaultValue = ClusterSettings.INDEX,
      description = "The index's name in the cluster (default: ${DEFAULT-VALUE}).")
  private String index = ClusterSettings.INDEX;

  @Option(
      names = "--engine-shards",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Parts into which an index is divided that is made anew (default: ${DEFAULT-VALUE}).")
  private int shards = 3;

  @Option(
      names = "--engine-replicas",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Further copies of each part of an index that is made anew (default: ${DEFAULT-VALUE}).")
  private int replicas = 1;

  @Option(
      names = "--engine-user",
      paramLabel = "NAME",
      description = "Who logs in at the cluster; needs --engine-password-file.")
  private @Nullable String user;

  @Option(
      names = "--engine-password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password.")
  private @Nullable Path password;

  @Option(
      names = "--engine-ca",
      paramLabel = "FILE",
      description =
          "Certificates (PEM) of those who sign the nodes' (default: those this machine trusts).")
  private @Nullable Path authority;

  @Option(
      names = "--engine-search-only",
      description =
          "Leave the index to another portal, which fills it; nothing is indexed and nothing taken"
              + " out.")
  private boolean searchOnly;

  /** Whether somebody else fills the index. */
  boolean searchOnly() {
    return searchOnly && engine != null && !engine.isBlank();
  }

  /**
   * The cluster; null where there is none.
   *
   * @throws BadOptionException where something is missing or wrong
   * @throws IOException if the file of the password cannot be read
   */
  @Nullable ClusterSettings settings() throws IOException {
    if (engine == null || engine.isBlank()) {
      return null;
    }
    String secret =
        password == null ? null : SecretFile.firstLine("--engine-password-file", password);
    try {
      ClusterSettings settings =
          ClusterSettings.of(ClusterSettings.parseNodes(engine))
              .withIndex(index, shards, replicas)
              .withCredentials(user, secret, authority);
      return searchOnly ? settings.asSearchOnly() : settings;
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--engine: " + e.getMessage());
    }
  }

  /** Opens the index for writing. */
  IndexEngine open(DataFolder data) throws IOException {
    ClusterSettings settings = settings();
    return settings == null ? IndexEngine.local(data) : IndexEngine.cluster(settings);
  }

  /** Opens the index for searching alone; the caller closes it. */
  Shards search(DataFolder data) throws IOException {
    ClusterSettings settings = settings();
    return settings == null ? LocalShards.open(data.lucene()) : OpenSearchShards.open(settings);
  }
}
