package org.mingzhang.web.assistant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, already validated against the schema of its tool.
 *
 * @param values values by name
 */
record ToolArguments(Map<String, Object> values) {
  /** A text, or null if it is missing or blank. */
  @Nullable String text(String name) {
    return values.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  /** A text, or a default if it is missing or blank. */
  String text(String name, String defaultValue) {
    String text = text(name);
    return text == null ? defaultValue : text;
  }

  /** The texts of a list without blank ones; empty if the argument is missing. */
  List<String> list(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).map(String::strip).filter(s -> !s.isEmpty()).toList()
        : List.of();
  }

  /** The years as texts; empty if they are missing. */
  List<String> years() {
    return values.get(ToolSchemaBuilder.YEAR) instanceof List<?> list
        ? list.stream().map(n -> Integer.toString(((Number) n).intValue())).distinct().toList()
        : List.of();
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** Maximum number of tokens of the answer; {@link TokenEstimator#DEFAULT_TOKENS} if not given. */
  int tokenLimit() {
    return values.get(ToolSchemaBuilder.TOKENS) instanceof Number number
        ? number.intValue()
        : TokenEstimator.DEFAULT_TOKENS;
  }
}
