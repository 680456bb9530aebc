package org.mingzhang.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** The JSON of records, which have no limit of length but those of the program itself. */
public final class RecordJson {
  /**
   * Maximum length of a string, in UTF-16 units. The text of a file that is kept as one section is
   * one string, longer than Jackson's limit of 20 million: as many characters of text and the line
   * ends.
   */
  private static final int MAX_STRING_LENGTH = 1 << 28;

  private RecordJson() {}

  /** Creates a factory of generators and parsers. */
  public static JsonFactory createFactory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(MAX_STRING_LENGTH).build())
        .build();
  }
}
