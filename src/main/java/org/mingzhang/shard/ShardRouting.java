package org.mingzhang.shard;

/**
 * Maps documents to shards by a hash of their id, so that all versions of a document are in the
 * same shard.
 */
public final class ShardRouting {
  private ShardRouting() {}

  /**
   * The number of a document's shard, from 0. The hash must not be changed, because documents in
   * existing indexes could then no longer be replaced.
   */
  public static int shardOf(String documentId, int shardCount) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < documentId.length(); i++) {
      hash = (hash ^ documentId.charAt(i)) * 0x01000193;
    }
    return Math.floorMod(hash ^ (hash >>> 16), shardCount);
  }
}
