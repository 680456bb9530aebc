package org.mingzhang.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of JSON nodes. The {@code OrNull} methods return null for a missing or null field;
 * {@link #textOrEmpty} returns "" for a missing field and "null" for a null one.
 */
final class JsonNodeReader {
  private static final int MAX_NUMBER_LENGTH = 100;

  private JsonNodeReader() {}

  static <T> List<T> readList(JsonNode array, Function<JsonNode, T> element) {
    List<T> values = new ArrayList<>(array.size());
    for (JsonNode node : array) {
      values.add(element.apply(node));
    }
    return values;
  }

  static @Nullable String textOrNull(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  static String textOrEmpty(JsonNode node, String name) {
    String text = textOrNull(node, name);
    return text == null ? "" : text;
  }

  /**
   * Checks a number that is written in a record and returns it: a worker process that a malicious
   * file controls may have written the record, and a number with an exponent or with many digits
   * may take any time and memory to calculate with.
   *
   * @throws IllegalArgumentException if the text has an exponent or more than 100 characters
   */
  static String requirePlainNumber(String number) {
    if (number.length() > MAX_NUMBER_LENGTH
        || number.indexOf('e') >= 0
        || number.indexOf('E') >= 0) {
      throw new IllegalArgumentException("not a plain number: " + number);
    }
    return number;
  }

  /**
   * Parses a text as a decimal number.
   *
   * @throws IllegalArgumentException if it is not a number or {@link #requirePlainNumber} rejects
   *     it
   */
  static BigDecimal parsePlainNumber(String number) {
    return new BigDecimal(requirePlainNumber(number));
  }

  static @Nullable Integer integerOrNull(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asInt();
  }
}
