package org.mingzhang.shard;

/** Which shard a document is in: decided by its id alone, so that all its versions meet. */
public final class Routing {
  private Routing() {}

  /**
   * The place of a document's shard among {@code shards}. Not to be changed: documents that are in
   * an index would not be found to be replaced.
   */
  public static int shardOf(String documentId, int shards) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < documentId.length(); i++) {
      hash = (hash ^ documentId.charAt(i)) * 0x01000193;
    }
    return Math.floorMod(hash ^ (hash >>> 16), shards);
  }
}
