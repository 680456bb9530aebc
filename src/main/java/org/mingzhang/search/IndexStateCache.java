package org.mingzhang.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.mingzhang.model.FacetDimension;

/**
 * Data cached for one state of the whole index: merged facet values and results of queries. Thread
 * safe.
 */
final class IndexStateCache {
  private final long generation;
  private final PerQueryCache searchResults = new PerQueryCache();
  private final Map<FacetDimension, GlobalOrdinals> ordinalsByFacet =
      new EnumMap<>(FacetDimension.class);

  IndexStateCache(long generation) {
    this.generation = generation;
  }

  long generation() {
    return generation;
  }

  PerQueryCache perQueryCache() {
    return searchResults;
  }

  /**
   * All values of a facet. On first access, they are read from all shards and merged, while other
   * threads wait.
   */
  synchronized GlobalOrdinals globalOrdinals(
      FacetDimension dimension, Shards.ShardsSnapshot snapshot) throws IOException {
    GlobalOrdinals cached = ordinalsByFacet.get(dimension);
    if (cached == null) {
      cached =
          new GlobalOrdinals(snapshot.callAll((number, shard) -> shard.facetValues(dimension)));
      ordinalsByFacet.put(dimension, cached);
    }
    return cached;
  }
}
