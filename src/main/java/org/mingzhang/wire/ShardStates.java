package org.mingzhang.wire;

import java.util.List;

/**
 * The states of all shards of an index, to be asked for one answer.
 *
 * @param index the index's own name, whatever alias was asked for
 * @param shards in the order of their numbers
 */
public record ShardStates(String index, List<ShardState> shards) {
  /** Copies the list. */
  public ShardStates {
    shards = List.copyOf(shards);
  }
}
