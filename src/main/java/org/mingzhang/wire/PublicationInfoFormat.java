package org.mingzhang.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.PublicationDueDate;
import org.mingzhang.model.PublicationInfo;

/** The field {@code publishing} of an {@link IndexableDocument}. */
final class PublicationInfoFormat {
  private PublicationInfoFormat() {}

  static void write(JsonGenerator json, PublicationInfo publication) throws IOException {
    json.writeObjectFieldStart("publishing");
    text(json, "source", publication.source());
    text(json, "site", publication.site());
    text(json, "day", publication.day());
    PublicationDueDate due = publication.due();
    if (due != null) {
      text(json, "due", due.day());
      text(json, "dueRule", due.rule());
      text(json, "dueQuote", due.quote());
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  /**
   * Reads the field.
   *
   * @throws IOException if a date is malformed
   */
  static PublicationInfo read(JsonNode record) throws IOException {
    JsonNode node = record.path("publishing");
    try {
      LocalDate due = day(node, "due");
      return new PublicationInfo(
          node.path("source").textValue(),
          node.path("site").textValue(),
          day(node, "day"),
          due == null
              ? null
              : new PublicationDueDate(
                  due, node.path("dueRule").asText(), node.path("dueQuote").asText()));
    } catch (DateTimeException e) {
      throw new IOException("not a record: " + e.getMessage(), e);
    }
  }

  private static @Nullable LocalDate day(JsonNode node, String name) {
    String day = node.path(name).textValue();
    return day == null ? null : LocalDate.parse(day);
  }
}
