package org.mingzhang.collect.warc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Position of a response record in the WARC files.
 *
 * @param file path of the file relative to the folder of WARC files, with slashes
 * @param offset byte offset of the record in the file
 * @param date time of the request
 */
public record WarcRecordPosition(String file, long offset, Instant date) {
  /**
   * Parses a position formatted by {@link #format}; empty for null and for text that does not have
   * three parts.
   *
   * @throws IllegalArgumentException if the offset is not a number
   * @throws java.time.format.DateTimeParseException if the date is malformed
   */
  static Optional<WarcRecordPosition> parse(@Nullable String formatted) {
    String[] parts = formatted == null ? new String[0] : formatted.split("@", -1);
    return parts.length == 3
        ? Optional.of(
            new WarcRecordPosition(parts[0], Long.parseLong(parts[1]), Instant.parse(parts[2])))
        : Optional.empty();
  }

  /** Formats the position as {@code FILE@OFFSET@DATE}. */
  public String format() {
    return file + "@" + offset + "@" + date;
  }
}
