package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingzhang.cluster.ClusterSettings;
import org.mingzhang.cluster.OpenSearchShards;
import org.mingzhang.search.Shards;
import org.mingzhang.shard.LocalShards;
import picocli.CommandLine.Option;

/** Options of the index: in the data folder, or in an OpenSearch cluster. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "opensearch=HOST:PORT,…",
      description =
          "Nodes of an OpenSearch cluster with the plugin, which holds the index; https://HOST:PORT"
              + " for TLS (default: the index is in the data folder).")
  private @Nullable String engine;

  @Option(
      names = "--engine-index",
      paramLabel = "NAME",
      defaultValue = ClusterSettings.DEFAULT_INDEX,
      description = "Name of the index in the cluster (default: ${DEFAULT-VALUE}).")
  private String index = ClusterSettings.DEFAULT_INDEX;

  @Option(
      names = "--engine-shards",
      paramLabel = "N",
      defaultValue = "3",
      description = "Number of primary shards of a new index (default: ${DEFAULT-VALUE}).")
  private int shards = 3;

  @Option(
      names = "--engine-replicas",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of replicas of each shard of a new index (default: ${DEFAULT-VALUE}).")
  private int replicas = 1;

  @Option(
      names = "--engine-user",
      paramLabel = "NAME",
      description = "User name for the cluster; needs --engine-password-file.")
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
          "PEM file of the certificate authorities of the nodes (default: those this machine"
              + " trusts).")
  private @Nullable Path authority;

  @Option(
      names = "--engine-search-only",
      description =
          "Search only: another portal maintains the index, and this one neither indexes nor"
              + " removes documents.")
  private boolean searchOnly;

  /** Whether another process maintains the index; false if the index is in the data folder. */
  boolean searchOnly() {
    return searchOnly && engine != null && !engine.isBlank();
  }

  /**
   * The settings of the cluster; null if there is none.
   *
   * @throws BadOptionException if an option is missing or invalid
   */
  private @Nullable ClusterSettings createSettings() {
    if (engine == null || engine.isBlank()) {
      return null;
    }
    String secret =
        password == null
            ? null
            : SecretFileReader.readFirstLine("--engine-password-file", password);
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

  /**
   * Opens the index for writing and searching; the caller closes it.
   *
   * @throws BadOptionException if an option is missing or invalid
   */
  IndexEngine open(DataFolder data) throws IOException {
    ClusterSettings settings = createSettings();
    return settings == null ? IndexEngine.openLocal(data) : IndexEngine.openCluster(settings);
  }

  /**
   * Opens the index for searching only; the caller closes it.
   *
   * @throws BadOptionException if an option is missing or invalid
   */
  Shards openForSearch(DataFolder data) throws IOException {
    ClusterSettings settings = createSettings();
    return settings == null
        ? LocalShards.open(data.searchIndex())
        : OpenSearchShards.open(settings);
  }
}
