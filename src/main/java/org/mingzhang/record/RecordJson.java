package org.mingzhang.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * Creates the Jackson factories for records, whose strings may be longer than Jackson allows by
 * default.
 */
public final class RecordJson {
  /**
   * Maximum length of a string, in UTF-16 units. A file that is kept as one section has one string
   * for its text: up to 20 million characters and the line ends, more than Jackson's default limit
   * of 20 million.
   */
  private static final int MAX_STRING_LENGTH = 1 << 28;

  private RecordJson() {}

  /** Creates a factory of generators, and of parsers of strings of up to 2^28 UTF-16 units. */
  public static JsonFactory createFactory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(MAX_STRING_LENGTH).build())
        .build();
  }
}
