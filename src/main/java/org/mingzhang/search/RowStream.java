package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.SearchRequest;

/**
 * Hands over all rows of a search, in its order. The first portion is the page of a search; of a
 * longer list each shard looks at all rows once more, sorts what is behind the first portion, and
 * hands that over a portion at a time, so that the work grows with the hits and the memory does
 * not. Used by one thread, once.
 */
final class RowStream {
  /** Rows of the first portion, some 40 bytes each while they are gathered. */
  static final int PORTION = 20_000;

  /** Most rows of a shard that are known ahead. */
  private static final int AHEAD = 2_000;

  /** Rows whose texts are fetched together. */
  private static final int TEXTS = 100;

  private final MergedIndex index;
  private final Consumer<ExportRow> consumer;
  private final int portion;
  private final List<ShardRow> untold = new ArrayList<>();

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
    FoundPage found =
        index.search(new ShardSearch(query, List.of(), portion, null, null, false, 0));
    for (ShardRow row : found.rows()) {
      take(query, row);
    }
    if (found.last() != null) {
      rest(query, Cursor.of(found.last()));
    }
    tell(query);
    return found.matched() > 0;
  }

  /** The next rows of one shard. */
  private static final class Ahead {
    private List<RankedRow> rows = List.of();
    private int next;
    private int asked;
    private boolean ended;

    @Nullable RankedRow first() {
      return next < rows.size() ? rows.get(next) : null;
    }

    boolean wanting() {
      return !ended && next == rows.size();
    }

    void put(List<RankedRow> more, int most) {
      rows = more;
      next = 0;
      asked += more.size();
      ended = more.size() < most;
    }
  }

  /** What is behind the first portion, of all shards together. */
  private void rest(ShardQuery query, Cursor after) throws IOException {
    String list = UUID.randomUUID().toString();
    List<Ahead> shards = new ArrayList<>();
    for (int i = 0; i < index.shards(); i++) {
      shards.add(new Ahead());
    }
    while (true) {
      if (shards.stream().anyMatch(Ahead::wanting)) {
        fill(shards, query, after, list);
      }
      int best = best(shards);
      if (best < 0) {
        return;
      }
      Ahead shard = shards.get(best);
      take(query, new ShardRow(best, shard.rows.get(shard.next++)));
    }
  }

  private void fill(List<Ahead> shards, ShardQuery query, Cursor after, String list)
      throws IOException {
    int most = Math.min(portion, AHEAD);
    List<List<RankedRow>> more =
        index.ask(
            (number, shard) ->
                shards.get(number).wanting()
                    ? shard.rows(query, after, list, shards.get(number).asked, most)
                    : List.of());
    for (int i = 0; i < more.size(); i++) {
      if (shards.get(i).wanting()) {
        shards.get(i).put(more.get(i), most);
      }
    }
  }

  private static int best(List<Ahead> shards) {
    int best = -1;
    RankedRow first = null;
    for (int i = 0; i < shards.size(); i++) {
      RankedRow row = shards.get(i).first();
      if (row != null && (first == null || RankedRow.BEST_FIRST.compare(row, first) < 0)) {
        best = i;
        first = row;
      }
    }
    return best;
  }

  private void take(ShardQuery query, ShardRow row) throws IOException {
    untold.add(row);
    if (untold.size() == TEXTS) {
      tell(query);
    }
  }

  private void tell(ShardQuery query) throws IOException {
    List<ShardRow> some = List.copyOf(untold);
    untold.clear();
    index.each(some, (shard, own) -> shard.exports(query, own)).forEach(consumer);
  }
}
