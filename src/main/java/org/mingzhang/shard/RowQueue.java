package org.mingzhang.shard;

import java.util.List;
import org.mingzhang.search.RankedRow;

/** Collects the rows of one page during a search. Not thread safe. */
interface RowQueue {
  /** Whether a row with this key and year may still enter the page. */
  boolean isCompetitive(double key, int year);

  /**
   * The lowest key with which a row may still enter the page; negative infinity if every key may
   * enter.
   */
  default double minCompetitiveKey() {
    return Double.NEGATIVE_INFINITY;
  }

  /** Adds a row if it belongs on the page. */
  void add(RankedRow row);

  /** The rows of the page, best first; if grouped, the best group first. */
  List<RankedRow> rows();

  /**
   * The row after which the next page begins; null if this page is the last or the queue keeps all
   * rows.
   */
  @org.jspecify.annotations.Nullable
  RankedRow lastRow();
}
