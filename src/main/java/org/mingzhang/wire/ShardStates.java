package org.mingzhang.wire;

import java.util.List;

/**
 * The states of all shards of an index, against which one search is executed.
 *
 * @param index name of the index, resolved if an alias was given
 * @param shards states in the order of the shard numbers
 */
public record ShardStates(String index, List<ShardState> shards) {
  /** Makes an immutable copy of the list. */
  public ShardStates {
    shards = List.copyOf(shards);
  }
}
