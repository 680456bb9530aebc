package org.mingzhang.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Address, credentials and index of an OpenSearch cluster.
 *
 * @param nodes addresses of some of its nodes, to which requests are sent in turn
 * @param index name of the index
 * @param shards number of primary shards of a new index
 * @param replicas number of replicas of each shard of a new index
 * @param user user name, or null
 * @param password password of the user; null without a user
 * @param certificateFile PEM file of the certificate authorities of the nodes; null for the default
 *     trust store of the Java runtime
 * @param searchOnly whether another process maintains the index
 * @param retryTimeout maximum time for which requests are repeated while a shard moves or has lost
 *     its node
 */
public record ClusterSettings(
    List<URI> nodes,
    String index,
    int shards,
    int replicas,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path certificateFile,
    boolean searchOnly,
    Duration retryTimeout) {
  /** Prefix of the option value that names a cluster. */
  public static final String OPTION_PREFIX = "opensearch=";

  /** Default name of the index. */
  public static final String DEFAULT_INDEX = "mingzhang";

  private static final Duration DEFAULT_RETRY_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_SHARDS = 1024;
  private static final Pattern INDEX_NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,99}");

  /**
   * Checks the values and copies the list.
   *
   * @throws IllegalArgumentException if a value is invalid
   */
  public ClusterSettings {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("no address of a node is given");
    }
    if (!INDEX_NAME.matcher(index).matches()) {
      throw new IllegalArgumentException(
          "\"" + index + "\" is not a valid index name (lower-case letters, digits, - _ .)");
    }
    if (shards < 1 || shards > MAX_SHARDS) {
      throw new IllegalArgumentException(
          "the number of shards must be 1 to " + MAX_SHARDS + ", not " + shards);
    }
    if (replicas < 0) {
      throw new IllegalArgumentException(
          "the number of replicas must not be negative: " + replicas);
    }
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException("user and password must be given together");
    }
  }

  /** Settings with the default name, three shards, one replica and no user. */
  public static ClusterSettings of(List<URI> nodes) {
    return new ClusterSettings(
        nodes, DEFAULT_INDEX, 3, 1, null, null, null, false, DEFAULT_RETRY_TIMEOUT);
  }

  /** A copy with another index name and other numbers of shards and replicas. */
  public ClusterSettings withIndex(String newIndex, int shardCount, int replicaCount) {
    return new ClusterSettings(
        nodes,
        newIndex,
        shardCount,
        replicaCount,
        user,
        password,
        certificateFile,
        searchOnly,
        retryTimeout);
  }

  /**
   * A copy with other credentials and certificate authorities; each may be null as in the record.
   */
  public ClusterSettings withCredentials(
      @Nullable String newUser, @Nullable String newPassword, @Nullable Path certificateFile) {
    return new ClusterSettings(
        nodes,
        index,
        shards,
        replicas,
        newUser,
        newPassword,
        certificateFile,
        searchOnly,
        retryTimeout);
  }

  /** A copy for an index that another process maintains. */
  public ClusterSettings asSearchOnly() {
    return new ClusterSettings(
        nodes, index, shards, replicas, user, password, certificateFile, true, retryTimeout);
  }

  /** A copy with another retry timeout. */
  public ClusterSettings withRetryTimeout(Duration newTimeout) {
    return new ClusterSettings(
        nodes, index, shards, replicas, user, password, certificateFile, searchOnly, newTimeout);
  }

  /**
   * Parses the addresses of nodes: {@code opensearch=host:9200,https://other:9200}. The default
   * scheme is http, the default port 9200.
   *
   * @throws IllegalArgumentException if the list is malformed
   */
  public static List<URI> parseNodes(String typed) {
    if (!typed.startsWith(OPTION_PREFIX)) {
      throw new IllegalArgumentException(
          "\"" + typed + "\" is not an engine; an example is opensearch=host:9200,…");
    }
    List<URI> nodes = new ArrayList<>();
    for (String address : typed.substring(OPTION_PREFIX.length()).split(",", -1)) {
      nodes.add(parseNode(address.strip()));
    }
    return nodes;
  }

  private static URI parseNode(String typed) {
    try {
      URI uri = URI.create(typed.contains("://") ? typed : "http://" + typed);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean plain = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && plain
          && (scheme.equals("http") || scheme.equals("https"))) {
        int port = uri.getPort() < 0 ? 9200 : uri.getPort();
        return URI.create(scheme + "://" + uri.getHost() + ":" + port);
      }
    } catch (IllegalArgumentException malformed) {
      // The malformed address is reported by the exception below.
    }
    throw new IllegalArgumentException(
        "\""
            + typed
            + "\" is not an address of a node; examples are host:9200 and https://host:9200");
  }
}
