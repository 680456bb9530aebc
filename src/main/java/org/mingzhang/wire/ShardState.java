package org.mingzhang.wire;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.search.ShardPort;

/**
 * A point-in-time state of a shard, to which the calls of clients refer.
 *
 * @param id unique among all states of all shards
 * @param hasCopies whether some of its documents are secondary editions of others
 * @param facetValueHashes for each facet, a hash of its values, by which clients notice that the
 *     values that they have cached are no longer current
 */
public record ShardState(String id, boolean hasCopies, Map<FacetDimension, Long> facetValueHashes) {
  private static final long FNV_OFFSET_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  /** Makes an immutable copy of the map. */
  public ShardState {
    facetValueHashes = Map.copyOf(facetValueHashes);
  }

  /**
   * Computes the state of a shard; reads all values of all facets.
   *
   * @param id id of the new state
   */
  public static ShardState read(String id, ShardPort shard) throws IOException {
    Map<FacetDimension, Long> facetValueHashes = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : FacetDimension.values()) {
      facetValueHashes.put(dimension, fingerprint(shard.facetValues(dimension)));
    }
    return new ShardState(id, shard.hasSecondaryEditions(), facetValueHashes);
  }

  /** 64-bit FNV-1a over the UTF-16 units of the values, each value followed by a separator. */
  private static long fingerprint(Iterable<String> values) {
    long hash = FNV_OFFSET_BASIS;
    for (String value : values) {
      for (int i = 0; i < value.length(); i++) {
        hash = (hash ^ value.charAt(i)) * FNV_PRIME;
      }
      hash = (hash ^ 0x10000) * FNV_PRIME;
    }
    return hash;
  }

  /** The hash of the values of a facet; a changed hash means that the values have changed. */
  public long facetValuesHash(FacetDimension dimension) {
    return Objects.requireNonNull(facetValueHashes.get(dimension));
  }
}
