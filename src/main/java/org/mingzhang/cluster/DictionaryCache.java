package org.mingzhang.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.model.Dimension;
import org.mingzhang.wire.ShardState;

/**
 * Cache of the facet dictionaries of shards, so that a dictionary is sent again only after it has
 * changed. Thread safe.
 */
final class DictionaryCache {
  /** A facet of a shard. */
  private record Key(String index, int shard, Dimension dimension) {}

  /** An encoded dictionary and its hash, see {@link ShardState#dictionary}. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(long hash, byte[] values) {}

  private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

  /** Loads a dictionary from its shard. */
  @FunctionalInterface
  interface Loader {
    byte[] load() throws IOException;
  }

  /** The dictionary of a facet in a state, from the cache if it has the hash of that state. */
  byte[] get(String index, int shard, ShardState state, Dimension dimension, Loader loader)
      throws IOException {
    Key key = new Key(index, shard, dimension);
    long hash = state.dictionary(dimension);
    Entry cached = entries.get(key);
    if (cached != null && cached.hash() == hash) {
      return cached.values();
    }
    byte[] values = loader.load();
    entries.put(key, new Entry(hash, values));
    return values;
  }
}
