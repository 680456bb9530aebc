package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.SearchRequest;

/**
 * Streams all rows of a search to a consumer, in order. The first batch is found like a page; for
 * longer lists, each shard collects and sorts all remaining rows once and returns them in batches,
 * so that memory does not grow with the number of hits. For single use by one thread.
 */
final class RowStream {
  /** Number of rows of the first batch, about 40 bytes each while they are collected. */
  static final int FIRST_BATCH = 20_000;

  /** Maximum number of rows that are prefetched from a shard. */
  private static final int PREFETCHED_ROWS = 2_000;

  /** Number of rows whose texts are fetched in one call. */
  private static final int ROWS_PER_FETCH = 100;

  private final MergedIndex index;
  private final Consumer<ExportRow> consumer;
  private final int batchSize;
  private final List<ShardRow> pending = new ArrayList<>();

  RowStream(MergedIndex index, Consumer<ExportRow> consumer) {
    this(index, consumer, FIRST_BATCH);
  }

  RowStream(MergedIndex index, Consumer<ExportRow> consumer, int batchSize) {
    this.index = index;
    this.consumer = consumer;
    this.batchSize = batchSize;
  }

  /** Streams all rows of a request. Returns whether any row matches the words. */
  boolean run(SearchRequest request, boolean loosened) throws IOException {
    ShardQuery query = index.createShardQuery(request.withoutGrouping(), loosened, true);
    MergedPage page =
        index.search(new ShardSearchRequest(query, List.of(), batchSize, null, null, false, 0));
    for (ShardRow row : page.rows()) {
      addRow(query, row);
    }
    if (page.last() != null) {
      streamRest(query, SearchCursor.of(page.last()));
    }
    passPendingRows(query);
    return page.matched() > 0;
  }

  /** The next rows of one shard, prefetched. */
  private static final class ShardCursor {
    private List<RankedRow> rows = List.of();
    private int next;
    private int received;
    private boolean exhausted;

    @Nullable RankedRow peek() {
      return next < rows.size() ? rows.get(next) : null;
    }

    boolean needsRows() {
      return !exhausted && next == rows.size();
    }

    void refill(List<RankedRow> more, int limit) {
      rows = more;
      next = 0;
      received += more.size();
      exhausted = more.size() < limit;
    }
  }

  /** Passes on the rows after the first batch, merged from all shards. */
  private void streamRest(ShardQuery query, SearchCursor after) throws IOException {
    String list = UUID.randomUUID().toString();
    List<ShardCursor> shards = new ArrayList<>();
    for (int i = 0; i < index.shardCount(); i++) {
      shards.add(new ShardCursor());
    }
    while (true) {
      if (shards.stream().anyMatch(ShardCursor::needsRows)) {
        refillCursors(shards, query, after, list);
      }
      int best = shardWithBestRow(shards);
      if (best < 0) {
        return;
      }
      ShardCursor shard = shards.get(best);
      addRow(query, new ShardRow(best, shard.rows.get(shard.next++)));
    }
  }

  private void refillCursors(
      List<ShardCursor> shards, ShardQuery query, SearchCursor after, String list)
      throws IOException {
    int limit = Math.min(batchSize, PREFETCHED_ROWS);
    List<List<RankedRow>> more =
        index.callAll(
            (number, shard) ->
                shards.get(number).needsRows()
                    ? shard.sortedRows(query, after, list, shards.get(number).received, limit)
                    : List.of());
    for (int i = 0; i < more.size(); i++) {
      if (shards.get(i).needsRows()) {
        shards.get(i).refill(more.get(i), limit);
      }
    }
  }

  private static int shardWithBestRow(List<ShardCursor> shards) {
    int best = -1;
    RankedRow first = null;
    for (int i = 0; i < shards.size(); i++) {
      RankedRow row = shards.get(i).peek();
      if (row != null && (first == null || RankedRow.BEST_FIRST.compare(row, first) < 0)) {
        best = i;
        first = row;
      }
    }
    return best;
  }

  private void addRow(ShardQuery query, ShardRow row) throws IOException {
    pending.add(row);
    if (pending.size() == ROWS_PER_FETCH) {
      passPendingRows(query);
    }
  }

  private void passPendingRows(ShardQuery query) throws IOException {
    List<ShardRow> batch = List.copyOf(pending);
    pending.clear();
    index.applyToRows(batch, (shard, own) -> shard.exportRows(query, own)).forEach(consumer);
  }
}
