package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Cursor;
import org.mingzhang.search.RankedRow;

/**
 * The best rows of each document or agency; groups are in the order of their best rows, and a page
 * has so many groups, each with up to three rows.
 */
final class GroupedRows implements RowList {
  private static final int ROWS_OF_GROUP = 3;
  private static final Comparator<List<RankedRow>> BEST_GROUP_FIRST =
      Comparator.comparing(List::getFirst, RankedRow.BEST_FIRST);

  private final int size;
  private final @Nullable Cursor after;
  private final @Nullable Set<Long> wanted;
  private final Map<Long, List<RankedRow>> groups = new HashMap<>();

  /** The best groups behind a cursor. */
  GroupedRows(int size, @Nullable Cursor after) {
    this(size, after, null);
  }

  private GroupedRows(int size, @Nullable Cursor after, @Nullable Set<Long> wanted) {
    this.size = size;
    this.after = after;
    this.wanted = wanted;
  }

  /** Some groups, wherever they stand. */
  static GroupedRows of(Set<Long> wanted) {
    return new GroupedRows(Integer.MAX_VALUE, null, wanted);
  }

  @Override
  public boolean wants(double key, int year) {
    return true;
  }

  @Override
  public void offer(RankedRow row) {
    if (wanted != null && !wanted.contains(row.group())) {
      return;
    }
    List<RankedRow> rows =
        groups.computeIfAbsent(row.group(), g -> new ArrayList<>(ROWS_OF_GROUP + 1));
    int at = rows.size();
    while (at > 0 && RankedRow.BEST_FIRST.compare(row, rows.get(at - 1)) < 0) {
      at--;
    }
    if (at < ROWS_OF_GROUP) {
      rows.add(at, row);
      if (rows.size() > ROWS_OF_GROUP) {
        rows.removeLast();
      }
    }
  }

  private List<List<RankedRow>> following() {
    return groups.values().stream()
        .filter(g -> after == null || after.isBefore(g.getFirst()))
        .sorted(BEST_GROUP_FIRST)
        .toList();
  }

  @Override
  public List<RankedRow> page() {
    return following().stream().limit(size).flatMap(List::stream).toList();
  }

  @Override
  public @Nullable RankedRow last() {
    List<List<RankedRow>> all = following();
    return all.size() > size && size > 0 ? all.get(size - 1).getFirst() : null;
  }
}
