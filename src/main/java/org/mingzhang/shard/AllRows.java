package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.RankedRow;

/** All rows of a search. */
final class AllRows implements RowList {
  private final List<RankedRow> rows = new ArrayList<>();

  @Override
  public boolean wants(double key, int year) {
    return true;
  }

  @Override
  public void offer(RankedRow row) {
    rows.add(row);
  }

  @Override
  public List<RankedRow> page() {
    rows.sort(RankedRow.BEST_FIRST);
    return rows;
  }

  @Override
  public @Nullable RankedRow last() {
    return null;
  }
}
