package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.SearchCursor;

/**
 * A {@link RowQueue} that keeps the best rows after a cursor, and one more to know whether there is
 * a next page.
 */
final class TopRowQueue implements RowQueue {
  private final int size;
  private final @Nullable SearchCursor afterCursor;
  private final PriorityQueue<RankedRow> worstFirst =
      new PriorityQueue<>(RankedRow.BEST_FIRST.reversed());

  TopRowQueue(int size, @Nullable SearchCursor afterCursor) {
    this.size = size;
    this.afterCursor = afterCursor;
  }

  @Override
  public boolean isCompetitive(double key, int year) {
    RankedRow worst = worstFirst.size() > size ? worstFirst.peek() : null;
    return (worst == null || key > worst.key() || (key == worst.key() && year >= worst.year()))
        && (afterCursor == null || key <= afterCursor.key());
  }

  @Override
  public double minCompetitiveKey() {
    RankedRow worst = worstFirst.size() > size ? worstFirst.peek() : null;
    return worst == null ? Double.NEGATIVE_INFINITY : worst.key();
  }

  @Override
  public void add(RankedRow row) {
    if (afterCursor != null && !afterCursor.isBefore(row)) {
      return;
    }
    RankedRow worst = worstFirst.size() > size ? worstFirst.peek() : null;
    if (worst == null) {
      worstFirst.add(row);
    } else if (RankedRow.BEST_FIRST.compare(row, worst) < 0) {
      worstFirst.poll();
      worstFirst.add(row);
    }
  }

  @Override
  public List<RankedRow> rows() {
    List<RankedRow> rows = new ArrayList<>(worstFirst);
    rows.sort(RankedRow.BEST_FIRST);
    return rows.subList(0, Math.min(size, rows.size()));
  }

  @Override
  public @Nullable RankedRow lastRow() {
    return worstFirst.size() > size && size > 0 ? rows().getLast() : null;
  }
}
