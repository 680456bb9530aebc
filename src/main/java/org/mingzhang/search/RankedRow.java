package org.mingzhang.search;

import java.util.Comparator;
import org.mingzhang.schema.FieldNames;

/**
 * A found row with all that decides its place in the list.
 *
 * @param doc its number in the snapshot
 * @param key what it is sorted by, greater first
 * @param year fiscal year, 0 if not stated; newer first
 * @param order its place among equals, smaller first
 */
record RankedRow(int doc, double key, int year, long order) {
  /** Best first; never 0 for two rows of one index. */
  static final Comparator<RankedRow> BEST_FIRST =
      (a, b) -> {
        int byKey = Double.compare(b.key, a.key);
        if (byKey != 0) {
          return byKey;
        }
        int byYear = Integer.compare(b.year, a.year);
        return byYear != 0 ? byYear : Long.compare(a.order, b.order);
      };

  /** Identifies the document the row belongs to. */
  long document() {
    return order >>> FieldNames.PLACE_BITS;
  }
}
