package org.mingzhang.web.assistant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, which have passed the schema of its tool: {@link ToolInputs}.
 *
 * @param values by name
 */
record Arguments(Map<String, Object> values) {
  /** A text that is not blank, or null. */
  @Nullable String text(String name) {
    return values.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  /** A text, or another where it is missing or blank. */
  String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  /** The texts of a list that are not blank. */
  List<String> list(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).map(String::strip).filter(s -> !s.isEmpty()).toList()
        : List.of();
  }

  /** The numbers of a list as texts. */
  List<String> years() {
    return values.get(ToolSchema.YEAR) instanceof List<?> list
        ? list.stream().map(n -> Integer.toString(((Number) n).intValue())).distinct().toList()
        : List.of();
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** Tokens that the answer may have. */
  int tokens() {
    return values.get(ToolSchema.TOKENS) instanceof Number number
        ? number.intValue()
        : TokenEstimate.USUAL;
  }
}
