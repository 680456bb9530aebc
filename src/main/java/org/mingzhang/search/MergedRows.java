package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the rows that shards give, each its best.
 *
 * @param rows the rows, best first; rows of one group beside each other
 * @param last the row that the next page follows; null where this page is the last
 */
record MergedRows(List<ShardRow> rows, @Nullable RankedRow last) {
  private static final int ROWS_OF_GROUP = 3;
  private static final Comparator<ShardRow> BEST_FIRST =
      Comparator.comparing(ShardRow::row, RankedRow.BEST_FIRST);

  /** Copies the list. */
  MergedRows {
    rows = List.copyOf(rows);
  }

  /** The best of single rows. */
  static MergedRows single(List<ShardRow> all, int size) {
    List<ShardRow> sorted = all.stream().sorted(BEST_FIRST).toList();
    boolean more = sorted.size() > size && size > 0;
    return new MergedRows(
        sorted.subList(0, Math.min(size, sorted.size())), more ? sorted.get(size - 1).row() : null);
  }

  /** The best groups, whose rows may be of any shards. */
  static MergedRows grouped(List<ShardRow> all, int size) {
    return of(groups(all), size);
  }

  /** A page of groups in order. */
  static MergedRows of(List<List<ShardRow>> groups, int size) {
    boolean more = groups.size() > size && size > 0;
    return new MergedRows(
        groups.stream().limit(size).flatMap(List::stream).toList(),
        more ? groups.get(size - 1).getFirst().row() : null);
  }

  /** Rows put together by their groups, best group first, of each the best rows. */
  static List<List<ShardRow>> groups(List<ShardRow> all) {
    Map<Long, List<ShardRow>> groups = new HashMap<>();
    for (ShardRow row : all) {
      groups.computeIfAbsent(row.row().group(), g -> new ArrayList<>()).add(row);
    }
    return groups.values().stream()
        .map(group -> group.stream().sorted(BEST_FIRST).limit(ROWS_OF_GROUP).toList())
        .sorted(Comparator.comparing(List::getFirst, BEST_FIRST))
        .toList();
  }
}
