package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.SearchCursor;

/**
 * A {@link RowQueue} that keeps the best rows of each document or agency. Groups are sorted by
 * their best row; a page has {@code size} groups of up to {@link #ROWS_PER_GROUP} rows each. All
 * groups of the search are in memory until the page is read.
 */
final class TopGroupQueue implements RowQueue {
  private static final int ROWS_PER_GROUP = 3;
  private static final Comparator<List<RankedRow>> BEST_GROUP_FIRST =
      Comparator.comparing(List::getFirst, RankedRow.BEST_FIRST);

  private final int size;
  private final @Nullable SearchCursor afterCursor;
  private final @Nullable Set<Long> groupKeys;
  private final Map<Long, List<RankedRow>> groups = new HashMap<>();

  /** Keeps the best groups after a cursor. */
  TopGroupQueue(int size, @Nullable SearchCursor afterCursor) {
    this(size, afterCursor, null);
  }

  private TopGroupQueue(
      int size, @Nullable SearchCursor afterCursor, @Nullable Set<Long> groupKeys) {
    this.size = size;
    this.afterCursor = afterCursor;
    this.groupKeys = groupKeys;
  }

  /** Keeps the groups with the given keys, whatever their rank. */
  static TopGroupQueue ofGroups(Set<Long> groupKeys) {
    return new TopGroupQueue(Integer.MAX_VALUE, null, groupKeys);
  }

  @Override
  public boolean isCompetitive(double key, int year) {
    return true;
  }

  @Override
  public void add(RankedRow row) {
    if (groupKeys != null && !groupKeys.contains(row.group())) {
      return;
    }
    List<RankedRow> rows =
        groups.computeIfAbsent(row.group(), g -> new ArrayList<>(ROWS_PER_GROUP + 1));
    int at = rows.size();
    while (at > 0 && RankedRow.BEST_FIRST.compare(row, rows.get(at - 1)) < 0) {
      at--;
    }
    if (at < ROWS_PER_GROUP) {
      rows.add(at, row);
      if (rows.size() > ROWS_PER_GROUP) {
        rows.removeLast();
      }
    }
  }

  private List<List<RankedRow>> sortedGroups() {
    return groups.values().stream()
        .filter(g -> afterCursor == null || afterCursor.isBefore(g.getFirst()))
        .sorted(BEST_GROUP_FIRST)
        .toList();
  }

  @Override
  public List<RankedRow> rows() {
    return sortedGroups().stream().limit(size).flatMap(List::stream).toList();
  }

  @Override
  public @Nullable RankedRow lastRow() {
    List<List<RankedRow>> all = sortedGroups();
    return all.size() > size && size > 0 ? all.get(size - 1).getFirst() : null;
  }
}
