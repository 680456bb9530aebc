package org.mingzhang.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.wire.ShardState;

/**
 * Cache of the facet values of shards, so that a shard sends the values of a facet again only after
 * they have changed. Thread-safe.
 */
final class FacetValuesCache {
  private record FacetOfShard(String index, int shard, FacetDimension dimension) {}

  /** The encoded values of a facet and their hash, see {@link ShardState#facetValuesHash}. */
  @SuppressWarnings("ArrayRecordComponent")
  private record CachedFacetValues(long hash, byte[] values) {}

  private final Map<FacetOfShard, CachedFacetValues> entries = new ConcurrentHashMap<>();

  /** Loads the encoded values of a facet from a shard. */
  @FunctionalInterface
  interface Loader {
    byte[] load() throws IOException;
  }

  /**
   * The encoded values of a facet in a shard, from the cache if they were cached with the same hash
   * as in the state; otherwise they are loaded and cached. The array is shared and must not be
   * modified.
   */
  byte[] get(String index, int shard, ShardState state, FacetDimension dimension, Loader loader)
      throws IOException {
    FacetOfShard facetOfShard = new FacetOfShard(index, shard, dimension);
    long hash = state.facetValuesHash(dimension);
    CachedFacetValues cached = entries.get(facetOfShard);
    if (cached != null && cached.hash() == hash) {
      return cached.values();
    }
    byte[] values = loader.load();
    entries.put(facetOfShard, new CachedFacetValues(hash, values));
    return values;
  }
}
