package org.mingzhang.structure.metadata;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.region.Gazetteer;

/** Validates the values of a sidecar; errors name the allowed values. */
final class SidecarValidator {
  /** The keys that a sidecar file may contain. */
  static final List<String> KEYS = List.of("title", "agency", "region", "year", "category", "url");

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final int MAX_VALUE_LENGTH = 300;

  private SidecarValidator() {}

  /**
   * Converts a value to a map with string keys, without keys that have no value. The map is empty
   * if {@code value} is null.
   *
   * @param location where the value is, for the message
   * @throws SidecarException if the value is not a mapping
   */
  static Map<String, Object> toStringKeyedMap(Path file, String location, @Nullable Object value)
      throws SidecarException {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value == null) {
      return map;
    }
    if (!(value instanceof Map<?, ?> entries)) {
      throw new SidecarException(
          file.getFileName() + ": " + location + " must be keys with values, not " + value);
    }
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (entry.getValue() != null) {
        map.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    return map;
  }

  /** Throws {@link SidecarException} if a mapping has a key that is not among the allowed ones. */
  static void rejectOtherKeys(Path file, Map<String, Object> map, List<String> keys)
      throws SidecarException {
    for (String key : map.keySet()) {
      if (!keys.contains(key)) {
        throw new SidecarException(
            file.getFileName()
                + ": unknown key "
                + key
                + "; allowed are "
                + String.join(", ", keys));
      }
    }
  }

  /**
   * Returns the value of a key, as an {@code Integer} for the year and as a stripped {@code String}
   * for the other keys.
   *
   * @throws SidecarException if the value is not valid; the message names the allowed values
   */
  static Object validate(Path file, String key, Object value) throws SidecarException {
    if (key.equals("year")) {
      if (value instanceof Integer year && year >= FIRST_YEAR && year <= LAST_YEAR) {
        return year;
      }
      throw createException(file, key, value, "a year from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    String text = value.toString().strip();
    if (value instanceof Map
        || value instanceof List
        || text.isEmpty()
        || text.length() > MAX_VALUE_LENGTH) {
      throw createException(
          file, key, value, "text of at most " + MAX_VALUE_LENGTH + " characters");
    }
    String wanted = describeAllowedValues(key, text);
    if (wanted != null) {
      throw createException(file, key, value, wanted);
    }
    return text;
  }

  /**
   * A description of the allowed values if a text is invalid; null if it is valid. Titles and
   * agencies may be any text.
   */
  private static @Nullable String describeAllowedValues(String key, String text) {
    return switch (key) {
      case "category" ->
          Category.ofLabel(text).isPresent() ? null : "one of " + listCategoryLabels();
      case "region" ->
          Gazetteer.standard().parseCodeOrPath(text).isPresent()
              ? null
              : "a six-digit code of GB/T 2260 or a path such as 福建省/厦门市/思明区";
      case "url" ->
          text.matches("https?://[^\\s<>\"]+")
              ? null
              : "an address that begins with http:// or https://";
      default -> null;
    };
  }

  private static String listCategoryLabels() {
    return Arrays.stream(Category.values()).map(Category::label).collect(Collectors.joining("、"));
  }

  private static SidecarException createException(
      Path file, String key, Object value, String allowedValues) {
    return new SidecarException(
        file.getFileName() + ": " + key + " is " + value + " but must be " + allowedValues);
  }
}
