package org.mingzhang.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.PublicationDueDate;
import org.mingzhang.model.PublicationInfo;

/** Values of the fields and columns about the publication of a document. */
final class PublicationInfoFields {
  private PublicationInfoFields() {}

  /** Converts a number; 0, which means that there is none, becomes null. */
  static @Nullable BigDecimal nullIfZero(long value) {
    return value == 0 ? null : BigDecimal.valueOf(value);
  }

  /**
   * The value of the facet of publication months for a day, {@code 2024/2024-08}; null if the day
   * is not known.
   */
  static @Nullable String monthFacetValue(@Nullable LocalDate day) {
    return day == null ? null : day.getYear() + "/" + day.toString().substring(0, 7);
  }

  /** A day as a number, {@code 20240830}; null if it is not known. */
  static @Nullable BigDecimal toDayNumber(@Nullable LocalDate day) {
    return day == null
        ? null
        : BigDecimal.valueOf(
            day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth());
  }

  /**
   * The columns about the publication in the row of the document itself. A deadline is left out if
   * the day of publication is not known.
   */
  static Map<String, String> columnValues(PublicationInfo publication) {
    Map<String, String> values = new HashMap<>();
    putIfNotNull(values, "source", publication.source());
    putIfNotNull(values, "site", publication.site());
    putIfNotNull(values, "published", publication.day());
    PublicationDueDate due = publication.due();
    if (due != null && publication.day() != null) {
      putIfNotNull(values, "due", due.day());
      putIfNotNull(values, "dueRule", due.rule());
      putIfNotNull(values, "dueQuote", due.quote());
      publication.daysLate().ifPresent(days -> putIfNotNull(values, "daysLate", days));
    }
    return values;
  }

  private static void putIfNotNull(
      Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }
}
