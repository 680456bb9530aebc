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
 * longer lists, each shard collects and sorts all remaining rows once, on disk, and returns them in
 * batches, so that memory does not grow with the number of hits. For single use by one thread.
 */
final class RowStream {
  /** Number of rows of the first batch, about 40 bytes each while they are collected. */
  static final int FIRST_BATCH_SIZE = 20_000;

  /** Maximum number of rows that are prefetched from a shard. */
  private static final int PREFETCHED_ROWS = 2_000;

  /** Number of rows whose texts are fetched in one call. */
  private static final int ROWS_PER_FETCH = 100;

  private final MergedIndex index;
  private final Consumer<ExportRow> consumer;
  private final int batchSize;
  private final List<ShardRow> pendingRows = new ArrayList<>();

  RowStream(MergedIndex index, Consumer<ExportRow> consumer) {
    this(index, consumer, FIRST_BATCH_SIZE);
  }

  RowStream(MergedIndex index, Consumer<ExportRow> consumer, int batchSize) {
    this.index = index;
    this.consumer = consumer;
    this.batchSize = batchSize;
  }

  /**
   * Streams all rows of a request, ignoring its paging and grouping. Returns whether any row
   * matches the words, even if the facet filters reject it.
   */
  boolean run(SearchRequest request, boolean loosened) throws IOException {
    ShardQuery query = index.createShardQuery(request.withoutGrouping(), loosened, true);
    MergedPage page =
        index.search(new ShardSearchRequest(query, List.of(), batchSize, null, null, false, 0));
    for (ShardRow row : page.rows()) {
      addRow(query, row);
    }
    if (page.lastRow() != null) {
      streamRowsAfterFirstBatch(query, SearchCursor.of(page.lastRow()));
    }
    passPendingRows(query);
    return page.matchedCount() > 0;
  }

  /** The next rows of one shard, prefetched. */
  private static final class ShardCursor {
    private List<RankedRow> rows = List.of();
    private int nextIndex;
    private int receivedCount;
    private boolean exhausted;

    /** The next row without consuming it; null if no row is buffered. */
    @Nullable RankedRow peek() {
      return nextIndex < rows.size() ? rows.get(nextIndex) : null;
    }

    boolean needsRows() {
      return !exhausted && nextIndex == rows.size();
    }

    void refill(List<RankedRow> fetchedRows, int limit) {
      rows = fetchedRows;
      nextIndex = 0;
      receivedCount += fetchedRows.size();
      exhausted = fetchedRows.size() < limit;
    }
  }

  /** Passes on the rows after the first batch, merged from all shards. */
  private void streamRowsAfterFirstBatch(ShardQuery query, SearchCursor cursor) throws IOException {
    String list = UUID.randomUUID().toString();
    List<ShardCursor> shards = new ArrayList<>();
    for (int i = 0; i < index.shardCount(); i++) {
      shards.add(new ShardCursor());
    }
    while (true) {
      if (shards.stream().anyMatch(ShardCursor::needsRows)) {
        refillCursors(shards, query, cursor, list);
      }
      int best = shardWithBestRow(shards);
      if (best < 0) {
        return;
      }
      ShardCursor shard = shards.get(best);
      addRow(query, new ShardRow(best, shard.rows.get(shard.nextIndex++)));
    }
  }

  private void refillCursors(
      List<ShardCursor> cursors, ShardQuery query, SearchCursor cursor, String listName)
      throws IOException {
    int limit = Math.min(batchSize, PREFETCHED_ROWS);
    List<List<RankedRow>> more =
        index.callAll(
            (number, shard) ->
                cursors.get(number).needsRows()
                    ? shard.sortedRows(
                        query, cursor, listName, cursors.get(number).receivedCount, limit)
                    : List.of());
    for (int i = 0; i < more.size(); i++) {
      if (cursors.get(i).needsRows()) {
        cursors.get(i).refill(more.get(i), limit);
      }
    }
  }

  private static int shardWithBestRow(List<ShardCursor> cursors) {
    int best = -1;
    RankedRow first = null;
    for (int i = 0; i < cursors.size(); i++) {
      RankedRow row = cursors.get(i).peek();
      if (row != null && (first == null || RankedRow.BEST_FIRST.compare(row, first) < 0)) {
        best = i;
        first = row;
      }
    }
    return best;
  }

  private void addRow(ShardQuery query, ShardRow row) throws IOException {
    pendingRows.add(row);
    if (pendingRows.size() == ROWS_PER_FETCH) {
      passPendingRows(query);
    }
  }

  private void passPendingRows(ShardQuery query) throws IOException {
    List<ShardRow> batch = List.copyOf(pendingRows);
    pendingRows.clear();
    index.applyToRows(batch, (shard, own) -> shard.exportRows(query, own)).forEach(consumer);
  }
}
