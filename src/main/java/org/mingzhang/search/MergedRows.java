package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows, merged from the best rows of each shard.
 *
 * @param rows the rows, best first; rows of one group are adjacent
 * @param lastRow row after which the next page begins, the best row of the last group if groups are
 *     ranked; null if this page is the last
 * @param timedOut whether a further search for the rows of this page reached the time limit, so
 *     that rows may be missing
 */
record MergedRows(List<ShardRow> rows, @Nullable RankedRow lastRow, boolean timedOut) {
  private static final int ROWS_PER_GROUP = 3;
  private static final Comparator<ShardRow> BEST_FIRST =
      Comparator.comparing(ShardRow::row, RankedRow.BEST_FIRST);

  private MergedRows(List<ShardRow> rows, @Nullable RankedRow lastRow) {
    this(rows, lastRow, false);
  }

  /** Makes an immutable copy of the list. */
  MergedRows {
    rows = List.copyOf(rows);
  }

  /**
   * Creates the page of the best rows without grouping. It has a next page if there are more than
   * {@code size} rows.
   */
  static MergedRows ofUngroupedRows(List<ShardRow> allRows, int size) {
    List<ShardRow> sorted = allRows.stream().sorted(BEST_FIRST).toList();
    boolean more = sorted.size() > size && size > 0;
    return new MergedRows(
        sorted.subList(0, Math.min(size, sorted.size())), more ? sorted.get(size - 1).row() : null);
  }

  /**
   * Creates the page of the best rows, in which the rows of a group follow the first row of that
   * group. The page ends before the first row of a further group, or after {@code window} rows.
   * Rows with group 0 are groups of their own.
   *
   * @param window number of rows requested from each shard; one row more shows that there are
   *     further rows
   * @param size number of groups of a page
   */
  static MergedRows ofSimilarRowGroups(List<ShardRow> allRows, int window, int size) {
    List<ShardRow> sorted = allRows.stream().sorted(BEST_FIRST).toList();
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

  /** Creates the page of the best groups; the rows of a group may be in several shards. */
  static MergedRows ofBestGroups(List<ShardRow> allRows, int size) {
    return firstPageOfGroups(bestRowsByGroup(allRows), size);
  }

  /**
   * Creates the page of the first {@code size} groups. The page has a next page if there are more
   * groups.
   *
   * @param groups groups after the cursor, best first
   */
  static MergedRows firstPageOfGroups(List<List<ShardRow>> groups, int size) {
    boolean more = groups.size() > size && size > 0;
    return new MergedRows(
        groups.stream().limit(size).flatMap(List::stream).toList(),
        more ? groups.get(size - 1).getFirst().row() : null);
  }

  /** A copy with another value of {@link #timedOut}. */
  MergedRows withTimedOut(boolean newTimedOut) {
    return new MergedRows(rows, lastRow, newTimedOut);
  }

  /**
   * Groups rows. Groups are sorted by their best row, and only the best {@link #ROWS_PER_GROUP}
   * rows of each group are kept.
   */
  static List<List<ShardRow>> bestRowsByGroup(List<ShardRow> allRows) {
    Map<Long, List<ShardRow>> groups = new HashMap<>();
    for (ShardRow row : allRows) {
      groups.computeIfAbsent(row.row().group(), g -> new ArrayList<>()).add(row);
    }
    return groups.values().stream()
        .map(group -> group.stream().sorted(BEST_FIRST).limit(ROWS_PER_GROUP).toList())
        .sorted(Comparator.comparing(List::getFirst, BEST_FIRST))
        .toList();
  }
}
