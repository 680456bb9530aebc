package org.mingzhang.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.mingzhang.search.ValueCounts;

/**
 * Counts by number: all of them where most are above 0, else pairs of count and distance from the
 * number before. So a question that finds little sends little, however many values the facet has.
 */
final class CountsFormat {
  private CountsFormat() {}

  /** Largest number of values that a facet is believed to have. */
  private static final int MOST = 1 << 26;

  static void write(JsonGenerator out, ValueCounts counts) throws IOException {
    int found = 0;
    for (int i = 0; i < counts.size(); i++) {
      found += counts.at(i) == 0 ? 0 : 1;
    }
    boolean pairs = 2 * found < counts.size();
    out.writeStartArray(counts, 1 + (pairs ? 2 * found : counts.size()));
    out.writeNumber(pairs ? counts.size() : -counts.size());
    int last = 0;
    for (int i = 0; i < counts.size(); i++) {
      if (!pairs) {
        out.writeNumber(counts.at(i));
      } else if (counts.at(i) != 0) {
        out.writeNumber(i - last);
        out.writeNumber(counts.at(i));
        last = i;
      }
    }
    out.writeEndArray();
  }

  static ValueCounts read(JsonParser in) throws IOException {
    in.nextToken();
    int size = in.getIntValue();
    if (Math.abs((long) size) > MOST) {
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
    return ValueCounts.of(counts);
  }

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
