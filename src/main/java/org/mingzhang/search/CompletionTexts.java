package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.CodePointOrder;

/**
 * The texts offered while typing, of all shards in one order with their counts added up. Read a
 * portion at a time, once, by one thread.
 */
final class CompletionTexts {
  private static final int PORTION = 20_000;

  private final List<Source> sources = new ArrayList<>();

  CompletionTexts(List<ShardPort> shards) throws IOException {
    for (ShardPort shard : shards) {
      sources.add(new Source(shard));
    }
  }

  /** The next text; null behind the last. */
  @Nullable TermCount next() throws IOException {
    String first = null;
    for (Source source : sources) {
      String term = source.term();
      if (term != null && (first == null || CodePointOrder.COMPARATOR.compare(term, first) < 0)) {
        first = term;
      }
    }
    if (first == null) {
      return null;
    }
    long rows = 0;
    for (Source source : sources) {
      if (first.equals(source.term())) {
        rows += source.take();
      }
    }
    return new TermCount(first, rows);
  }

  /** The texts of one shard. */
  private static final class Source {
    private final ShardPort shard;
    private List<TermCount> portion;
    private int at;

    private Source(ShardPort shard) throws IOException {
      this.shard = shard;
      this.portion = shard.suggestions("", PORTION);
    }

    private @Nullable String term() {
      return at < portion.size() ? portion.get(at).term() : null;
    }

    /** Goes on behind the present text; answers its count. */
    private long take() throws IOException {
      TermCount taken = portion.get(at++);
      if (at == PORTION) {
        portion = shard.suggestions(taken.term(), PORTION);
        at = 0;
      }
      return taken.rows();
    }
  }
}
