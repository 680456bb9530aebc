package org.mingzhang.wire;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.Dimension;
import org.mingzhang.search.ShardPort;

/**
 * One state of a shard, as told to those who will ask it.
 *
 * @param id tells it from all other states of all shards
 * @param copies whether some of its documents are passed over because others stand for them
 * @param dictionaries a number for all values of each facet, the same where the values are
 */
public record ShardState(String id, boolean copies, Map<Dimension, Long> dictionaries) {
  private static final long BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  /** Copies the map. */
  public ShardState {
    dictionaries = Map.copyOf(dictionaries);
  }

  /** The state of a shard. */
  public static ShardState of(String id, ShardPort shard) throws IOException {
    Map<Dimension, Long> dictionaries = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      dictionaries.put(dimension, fingerprint(shard.dictionary(dimension)));
    }
    return new ShardState(id, shard.hasCopies(), dictionaries);
  }

  /** FNV-1a over the values and their ends. */
  private static long fingerprint(Iterable<String> values) {
    long hash = BASIS;
    for (String value : values) {
      for (int i = 0; i < value.length(); i++) {
        hash = (hash ^ value.charAt(i)) * PRIME;
      }
      hash = (hash ^ 0x10000) * PRIME;
    }
    return hash;
  }

  /** The number of a facet's values. */
  public long dictionary(Dimension dimension) {
    return Objects.requireNonNull(dictionaries.get(dimension));
  }
}
