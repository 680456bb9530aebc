package org.mingzhang.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;

/** Values of stored and indexed columns that the factories of all kinds of rows share. */
final class RowColumns {
  private RowColumns() {}

  /** Adds a column unless its value is null or empty. */
  static void putIfPresent(Map<String, String> values, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      values.put(name, value);
    }
  }

  /** Name of the topic of the section with a path; null if there is no such section. */
  static @Nullable String topicLabel(SharedRowValues shared, String path) {
    Section section = shared.findSection(path);
    return section == null ? null : section.topic().label();
  }

  /** Joins texts with {@link SharedRowValues#COLUMN_SEPARATOR}, without null and blank ones. */
  static String joinColumns(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(SharedRowValues.COLUMN_SEPARATOR));
  }

  /** Name of an enum constant in lower case, as columns and facets have it. */
  static String toLowerCaseName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
