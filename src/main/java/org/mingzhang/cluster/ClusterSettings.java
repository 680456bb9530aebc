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
 * Which cluster holds the index, and how it is spoken to.
 *
 * @param nodes addresses of some of its nodes, asked by turns
 * @param index name of the index
 * @param shards into how many shards an index is divided that is made anew
 * @param replicas copies of each shard beside the first, of an index that is made anew
 * @param user who logs in; null for nobody
 * @param password the user's; null without one
 * @param authority file of the certificates (PEM) that sign those of the nodes; null for those that
 *     the virtual machine trusts
 * @param searchOnly whether the index is somebody else's to fill
 * @param patience longest time that a shard is waited for which moves or lost its node
 */
public record ClusterSettings(
    List<URI> nodes,
    String index,
    int shards,
    int replicas,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path authority,
    boolean searchOnly,
    Duration patience) {
  /** What names a cluster on the command line. */
  public static final String PREFIX = "opensearch=";

  /** Name of the index unless another one is told. */
  public static final String INDEX = "mingzhang";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_SHARDS = 1024;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,99}");

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException for a value that is not possible, which the message names
   */
  public ClusterSettings {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("no address of a node is given");
    }
    if (!NAME.matcher(index).matches()) {
      throw new IllegalArgumentException(
          "\"" + index + "\" is no name of an index (small letters, digits, - _ .)");
    }
    if (shards < 1 || shards > MOST_SHARDS) {
      throw new IllegalArgumentException(shards + " shards are not within 1 to " + MOST_SHARDS);
    }
    if (replicas < 0) {
      throw new IllegalArgumentException(replicas + " replicas are less than none");
    }
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException("a user and a password belong together");
    }
  }

  /** An index of the usual name with three shards and one replica, spoken to by nobody. */
  public static ClusterSettings of(List<URI> nodes) {
    return new ClusterSettings(nodes, INDEX, 3, 1, null, null, null, false, PATIENCE);
  }

  /** A copy for another index, divided otherwise. */
  public ClusterSettings withIndex(String name, int parts, int copies) {
    return new ClusterSettings(
        nodes, name, parts, copies, user, password, authority, searchOnly, patience);
  }

  /** The same spoken to by a user, over lines whose certificates an authority signs. */
  public ClusterSettings as(
      @Nullable String name, @Nullable String secret, @Nullable Path authorities) {
    return new ClusterSettings(
        nodes, index, shards, replicas, name, secret, authorities, searchOnly, patience);
  }

  /** A copy for an index that somebody else fills. */
  public ClusterSettings searching() {
    return new ClusterSettings(
        nodes, index, shards, replicas, user, password, authority, true, patience);
  }

  /** A copy with another longest time of waiting. */
  public ClusterSettings waiting(Duration longest) {
    return new ClusterSettings(
        nodes, index, shards, replicas, user, password, authority, searchOnly, longest);
  }

  /**
   * Reads addresses as typed: {@code opensearch=host:9200,https://other:9200}.
   *
   * @throws IllegalArgumentException where it is no such list
   */
  public static List<URI> nodes(String typed) {
    if (!typed.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "\"" + typed + "\" is no engine; one is opensearch=host:9200,…");
    }
    List<URI> nodes = new ArrayList<>();
    for (String each : typed.substring(PREFIX.length()).split(",", -1)) {
      nodes.add(node(each.strip()));
    }
    return nodes;
  }

  private static URI node(String typed) {
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
      // told below
    }
    throw new IllegalArgumentException(
        "\"" + typed + "\" is no address of a node; one is host:9200 or https://host:9200");
  }
}
