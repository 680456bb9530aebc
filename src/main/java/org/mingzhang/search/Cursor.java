package org.mingzhang.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ends: what decides the place of its last row. It names no position, so that pages
 * stay fast at any depth and do not shift when rows are added before them.
 *
 * @param key what the row is sorted by
 * @param year its fiscal year
 * @param order its place among equals
 */
public record Cursor(double key, int year, long order) {

  /** The cursor behind a row. */
  public static Cursor of(RankedRow row) {
    return new Cursor(row.key(), row.year(), row.order());
  }

  /** Whether a row stands behind the page's end. */
  public boolean before(RankedRow row) {
    return RankedRow.BEST_FIRST.compare(new RankedRow(-1, key, year, order, 0), row) < 0;
  }

  /** The cursor as letters and digits. */
  String encode() {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES + Integer.BYTES + Long.BYTES);
    bytes.putDouble(key).putInt(year).putLong(order);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** The cursor that was encoded so; empty for anything else. */
  static Optional<Cursor> decode(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() != Double.BYTES + Integer.BYTES + Long.BYTES) {
        return Optional.empty();
      }
      return Optional.of(new Cursor(bytes.getDouble(), bytes.getInt(), bytes.getLong()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
