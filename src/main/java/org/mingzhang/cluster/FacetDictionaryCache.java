package org.mingzhang.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.wire.ShardState;

/**
 * Cache of the facet dictionaries of shards, so that a dictionary is sent again only after it has
 * changed. Thread-safe.
 */
final class FacetDictionaryCache {
  private record FacetOfShard(String index, int shard, FacetDimension dimension) {}

  /** An encoded dictionary and its hash, see {@link ShardState#dictionaryHash}. */
  @SuppressWarnings("ArrayRecordComponent")
  private record CachedDictionary(long hash, byte[] values) {}

  private final Map<FacetOfShard, CachedDictionary> entries = new ConcurrentHashMap<>();

  /** Loads a dictionary from its shard. */
  @FunctionalInterface
  interface Loader {
    byte[] load() throws IOException;
  }

  /** The values of a facet in a shard, from the cache while the shard reports the same hash. */
  byte[] get(String index, int shard, ShardState state, FacetDimension dimension, Loader loader)
      throws IOException {
    FacetOfShard facetOfShard = new FacetOfShard(index, shard, dimension);
    long hash = state.dictionaryHash(dimension);
    CachedDictionary cached = entries.get(facetOfShard);
    if (cached != null && cached.hash() == hash) {
      return cached.values();
    }
    byte[] values = loader.load();
    entries.put(facetOfShard, new CachedDictionary(hash, values));
    return values;
  }
}
