package org.mingzhang.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.model.Dimension;
import org.mingzhang.wire.ShardState;

/**
 * All values of each facet of each shard as they were last told, so that they are sent again only
 * where they have changed. Safe on many threads.
 */
final class DictionaryCache {
  /** A facet of a shard. */
  private record Place(String index, int shard, Dimension dimension) {}

  /** Its values under their number, see {@link ShardState#dictionary}. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Known(long number, byte[] values) {}

  private final Map<Place, Known> known = new ConcurrentHashMap<>();

  /** Asks for values. */
  @FunctionalInterface
  interface Source {
    byte[] get() throws IOException;
  }

  /** The values that are asked for. */
  byte[] get(String index, int shard, ShardState state, Dimension dimension, Source source)
      throws IOException {
    Place place = new Place(index, shard, dimension);
    long number = state.dictionary(dimension);
    Known before = known.get(place);
    if (before != null && before.number() == number) {
      return before.values();
    }
    byte[] values = source.get();
    known.put(place, new Known(number, values));
    return values;
  }
}
