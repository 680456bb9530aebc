package org.mingzhang.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * The sort values of the last row of a page, after which the next page begins (compare Lucene's
 * {@code searchAfter}). Since it contains no offset, deep pages are as fast as the first, and pages
 * do not shift when rows are added before them.
 *
 * @param key sort key of the row
 * @param year fiscal year of the row
 * @param order tie-breaking order of the row
 */
public record SearchCursor(double key, int year, long order) {

  /** The cursor after a row. */
  public static SearchCursor of(RankedRow row) {
    return new SearchCursor(row.key(), row.year(), row.order());
  }

  /** Whether this cursor comes before a row, so that the row is not on the previous page. */
  public boolean isBefore(RankedRow row) {
    return RankedRow.BEST_FIRST.compare(new RankedRow(-1, key, year, order, 0), row) < 0;
  }

  /** Encodes the cursor as Base64 for URLs. */
  public String encode() {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES + Integer.BYTES + Long.BYTES);
    bytes.putDouble(key).putInt(year).putLong(order);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Decodes a cursor; empty if the text is not a valid one. */
  public static Optional<SearchCursor> decode(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() != Double.BYTES + Integer.BYTES + Long.BYTES) {
        return Optional.empty();
      }
      return Optional.of(new SearchCursor(bytes.getDouble(), bytes.getInt(), bytes.getLong()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
