package org.mingzhang.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of JSON nodes; a missing or null field gives null, or "" where null is not allowed.
 */
final class JsonNodeReader {
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
    return node.path(name).asText();
  }

  static @Nullable Integer integerOrNull(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asInt();
  }
}
