package org.mingzhang.search;

import java.util.Comparator;
import org.mingzhang.schema.FieldNames;

/**
 * A found row with all that decides its place in the list.
 *
 * @param doc its number in the shard
 * @param key what it is sorted by, greater first
 * @param year fiscal year, 0 if not stated; newer first
 * @param order its place among equals, smaller first
 * @param group what stands together has in common: the document, the number of the agency, or the
 *     wording; 0 where rows stand alone
 */
public record RankedRow(int doc, double key, int year, long order, long group) {
  /** Best first; never 0 for two rows of one index. */
  public static final Comparator<RankedRow> BEST_FIRST =
      (a, b) -> {
        int byKey = Double.compare(b.key, a.key);
        if (byKey != 0) {
          return byKey;
        }
        int byYear = Integer.compare(b.year, a.year);
        return byYear != 0 ? byYear : Long.compare(a.order, b.order);
      };

  /** Identifies the document the row belongs to. */
  public long document() {
    return order >>> FieldNames.PLACE_BITS;
  }

  /** The same row in another group. */
  RankedRow inGroup(long number) {
    return new RankedRow(doc, key, year, order, number);
  }
}
