package org.mingzhang.search;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.SearchRequest;

/**
 * Hands over all rows of a search a portion at a time: each portion is one pass over the rows that
 * the words find, behind the cursor of the last one, so that memory does not grow with the hits.
 * Used by one thread, once.
 */
final class RowStream {
  /** Rows of a portion, some 40 bytes each while they are gathered. */
  static final int PORTION = 20_000;

  /** Rows whose texts are fetched together. */
  private static final int TEXTS = 100;

  private final MergedIndex index;
  private final Consumer<ExportRow> consumer;
  private final int portion;
  private boolean matched;

  RowStream(MergedIndex index, Consumer<ExportRow> consumer) {
    this(index, consumer, PORTION);
  }

  RowStream(MergedIndex index, Consumer<ExportRow> consumer, int portion) {
    this.index = index;
    this.consumer = consumer;
    this.portion = portion;
  }

  /** Hands over all rows of a request; answers whether any row has the words. */
  boolean run(SearchRequest request, boolean loosened) throws IOException {
    ShardQuery query = index.query(request.ungrouped(), loosened, true);
    RankedRow last = null;
    do {
      last = next(query, last == null ? null : Cursor.of(last));
    } while (last != null);
    return matched;
  }

  /** Hands over one portion; answers the row that the next one follows, or null at the end. */
  private @Nullable RankedRow next(ShardQuery query, @Nullable Cursor after) throws IOException {
    FoundPage found =
        index.search(new ShardSearch(query, List.of(), portion, after, null, false, 0));
    matched |= found.matched() > 0;
    List<ShardRow> rows = found.rows();
    for (int from = 0; from < rows.size(); from += TEXTS) {
      List<ShardRow> some = rows.subList(from, Math.min(rows.size(), from + TEXTS));
      index.each(some, (shard, own) -> shard.exports(query, own)).forEach(consumer);
    }
    return found.last();
  }
}
