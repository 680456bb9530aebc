package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /**
   * The best of single rows, those of one group behind the first of it; as many groups as a page
   * has.
   *
   * @param window how many of the rows were asked for: one more tells that there are further ones
   * @param size groups of a page
   */
  static MergedRows similar(List<ShardRow> all, int window, int size) {
    List<ShardRow> sorted = all.stream().sorted(BEST_FIRST).toList();
    Map<Object, List<ShardRow>> groups = new LinkedHashMap<>();
    int taken = 0;
    while (taken < Math.min(window, sorted.size())) {
      ShardRow row = sorted.get(taken);
      long group = row.row().group();
      Object key = group == 0 ? row : Long.valueOf(group);
      if (groups.size() == size && !groups.containsKey(key)) {
        break;
      }
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      taken++;
    }
    return new MergedRows(
        groups.values().stream().flatMap(List::stream).toList(),
        taken > 0 && taken < sorted.size() ? sorted.get(taken - 1).row() : null);
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
