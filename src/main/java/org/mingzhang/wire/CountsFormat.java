package org.mingzhang.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.mingzhang.search.OrdinalCounts;

/**
 * Encoding of the counts of a facet's values, by ordinal, as an array of integers in one of two
 * forms. If at least half of the counts are above 0: the negated number of counts, then all counts.
 * Otherwise: the number of counts, then for each count above 0 the distance from the ordinal of the
 * previous one (from 0 for the first) and the count. The size of an answer thus depends on the
 * number of hits and not on the number of values.
 */
final class CountsFormat {
  private CountsFormat() {}

  /** Maximum number of counts, so that malformed input does not exhaust memory. */
  private static final int MAX_VALUES = 1 << 26;

  static void write(JsonGenerator out, OrdinalCounts counts) throws IOException {
    int found = 0;
    for (int i = 0; i < counts.size(); i++) {
      found += counts.count(i) == 0 ? 0 : 1;
    }
    boolean pairs = 2 * found < counts.size();
    out.writeStartArray(counts, 1 + (pairs ? 2 * found : counts.size()));
    out.writeNumber(pairs ? counts.size() : -counts.size());
    int last = 0;
    for (int i = 0; i < counts.size(); i++) {
      if (!pairs) {
        out.writeNumber(counts.count(i));
      } else if (counts.count(i) != 0) {
        out.writeNumber(i - last);
        out.writeNumber(counts.count(i));
        last = i;
      }
    }
    out.writeEndArray();
  }

  /**
   * Reads the counts whose array begins at the current token. Malformed ordinals cause an {@link
   * IndexOutOfBoundsException}.
   *
   * @throws IOException if there are more than {@link #MAX_VALUES} counts
   */
  static OrdinalCounts read(JsonParser in) throws IOException {
    in.nextToken();
    int size = in.getIntValue();
    if (Math.abs((long) size) > MAX_VALUES) {
      throw new IOException("a facet of " + size + " values");
    }
    int[] counts = new int[Math.abs(size)];
    int number = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (size < 0) {
        counts[number++] = in.getIntValue();
      } else {
        number += in.getIntValue();
        in.nextToken();
        counts[number] = in.getIntValue();
      }
    }
    return OrdinalCounts.of(counts);
  }

  /** Reads the array of numbers, of any length, that begins at the current token. */
  static int[] readNumbers(JsonParser in) throws IOException {
    int[] numbers = new int[8];
    int size = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = in.getIntValue();
    }
    return Arrays.copyOf(numbers, size);
  }
}
