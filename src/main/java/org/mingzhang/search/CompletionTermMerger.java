package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.CodePointOrder;

/**
 * Merges the completion terms of all shards in code point order, adding up their counts. Terms are
 * read in batches of {@link #BATCH_SIZE} per shard, the first of them by the constructor. For one
 * pass by one thread.
 */
final class CompletionTermMerger {
  private static final int BATCH_SIZE = 20_000;

  private final List<TermCursor> sources = new ArrayList<>();

  CompletionTermMerger(List<ShardPort> shards) throws IOException {
    for (ShardPort shard : shards) {
      sources.add(new TermCursor(shard));
    }
  }

  /** The next term; null after the last. */
  @Nullable TermCount next() throws IOException {
    String first = null;
    for (TermCursor source : sources) {
      String term = source.current();
      if (term != null && (first == null || CodePointOrder.COMPARATOR.compare(term, first) < 0)) {
        first = term;
      }
    }
    if (first == null) {
      return null;
    }
    long rows = 0;
    for (TermCursor source : sources) {
      if (first.equals(source.current())) {
        rows += source.advance();
      }
    }
    return new TermCount(first, rows);
  }

  /** Cursor over the terms of one shard. */
  private static final class TermCursor {
    private final ShardPort shard;
    private List<TermCount> batch;
    private int position;

    private TermCursor(ShardPort shard) throws IOException {
      this.shard = shard;
      this.batch = shard.completionTerms("", BATCH_SIZE);
    }

    private @Nullable String current() {
      return position < batch.size() ? batch.get(position).term() : null;
    }

    /** Advances to the next term and returns the count of the previous one. */
    private long advance() throws IOException {
      TermCount taken = batch.get(position++);
      if (position == BATCH_SIZE) {
        batch = shard.completionTerms(taken.term(), BATCH_SIZE);
        position = 0;
      }
      return taken.rows();
    }
  }
}
