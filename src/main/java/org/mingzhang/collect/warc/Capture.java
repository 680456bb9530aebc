package org.mingzhang.collect.warc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a response is kept.
 *
 * @param file path of the WARC file below its folder, with slashes
 * @param offset place of the record in it
 * @param date when it was asked for
 */
public record Capture(String file, long offset, Instant date) {
  /** Reads what {@link #print} wrote. */
  static Optional<Capture> parse(@Nullable String printed) {
    String[] parts = printed == null ? new String[0] : printed.split("@", -1);
    return parts.length == 3
        ? Optional.of(new Capture(parts[0], Long.parseLong(parts[1]), Instant.parse(parts[2])))
        : Optional.empty();
  }

  /** One line: {@code FILE@OFFSET@DATE}. */
  public String print() {
    return file + "@" + offset + "@" + date;
  }
}
