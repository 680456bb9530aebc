package org.mingzhang.search;

import java.io.IOException;
import java.util.EnumMap;
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
  synchronized GlobalOrdinals dictionary(Dimension dimension, Shards.Held held) throws IOException {
    GlobalOrdinals known = dictionaries.get(dimension);
    if (known == null) {
      known = new GlobalOrdinals(held.ask((number, shard) -> shard.dictionary(dimension)));
      dictionaries.put(dimension, known);
    }
    return known;
  }
}
