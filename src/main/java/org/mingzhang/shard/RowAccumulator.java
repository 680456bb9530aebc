package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.RankedRow;

/**
 * An unbounded {@link RowQueue} that keeps all rows of a search. {@link #rows} sorts the rows added
 * so far and returns the list to which further rows are added.
 */
final class RowAccumulator implements RowQueue {
  private final List<RankedRow> rows = new ArrayList<>();

  @Override
  public boolean isCompetitive(double key, int year) {
    return true;
  }

  @Override
  public void add(RankedRow row) {
    rows.add(row);
  }

  @Override
  public List<RankedRow> rows() {
    rows.sort(RankedRow.BEST_FIRST);
    return rows;
  }

  @Override
  public @Nullable RankedRow lastRow() {
    return null;
  }
}
