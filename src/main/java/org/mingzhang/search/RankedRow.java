package org.mingzhang.search;

import java.util.Comparator;
import org.mingzhang.schema.FieldNames;

/**
 * A matching row with the values that determine its rank (compare Lucene's {@code FieldDoc}).
 *
 * @param doc document number in the shard
 * @param key sort key, descending
 * @param year fiscal year, 0 if not stated; descending
 * @param order unique position among the rows of the index, ascending
 * @param group key by which rows are grouped: document, ordinal of the agency, or hash of the
 *     wording; 0 if ungrouped
 */
public record RankedRow(int doc, double key, int year, long order, long group) {
  /** Orders rows, the best first; never returns 0 for two different rows of an index. */
  public static final Comparator<RankedRow> BEST_FIRST =
      (a, b) -> {
        int byKey = Double.compare(b.key, a.key);
        if (byKey != 0) {
          return byKey;
        }
        int byYear = Integer.compare(b.year, a.year);
        return byYear != 0 ? byYear : Long.compare(a.order, b.order);
      };

  /**
   * The hash that identifies the document to which the row belongs, the upper bits of {@link
   * #order}.
   */
  public long documentNumber() {
    return order >>> FieldNames.ORDINAL_BITS;
  }

  RankedRow withGroup(long newGroup) {
    return new RankedRow(doc, key, year, order, newGroup);
  }
}
