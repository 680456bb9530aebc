package org.mingzhang.shard;

import java.util.List;
import org.mingzhang.search.RankedRow;

/** Gathers the rows of one page while a search runs; used by one thread. */
interface RowList {
  /** Whether a row with this key and year could still get on the page. */
  boolean wants(double key, int year);

  /** The least key that could still get on the page. */
  default double floor() {
    return Double.NEGATIVE_INFINITY;
  }

  /** Takes a row. */
  void offer(RankedRow row);

  /** The rows of the page, best first. */
  List<RankedRow> page();

  /** The row that the next page follows, or null where this page is the last. */
  @org.jspecify.annotations.Nullable
  RankedRow last();
}
