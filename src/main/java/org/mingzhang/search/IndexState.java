package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Dimension;

/**
 * What holds of the whole index as long as no shard changes: the values of all facets, and answers
 * that were given. Safe on many threads.
 */
final class IndexState {
  private final long generation;
  private final AnswerCache answers = new AnswerCache();
  private final Map<Dimension, GlobalOrdinals> dictionaries = new EnumMap<>(Dimension.class);

  IndexState(long generation) {
    this.generation = generation;
  }

  long generation() {
    return generation;
  }

  AnswerCache answers() {
    return answers;
  }

  /** All values of a facet, put together from the shards when it is first asked for. */
  synchronized GlobalOrdinals dictionary(Dimension dimension, List<ShardPort> shards)
      throws IOException {
    GlobalOrdinals known = dictionaries.get(dimension);
    if (known == null) {
      List<List<String>> values = new ArrayList<>();
      for (ShardPort shard : shards) {
        values.add(shard.dictionary(dimension));
      }
      known = new GlobalOrdinals(values);
      dictionaries.put(dimension, known);
    }
    return known;
  }
}
