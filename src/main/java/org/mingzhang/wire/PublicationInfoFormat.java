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

  /** Writes the field into the open object. */
  static void write(JsonGenerator json, PublicationInfo publication) throws IOException {
    json.writeObjectFieldStart("publishing");
    writeText(json, "source", publication.source());
    writeText(json, "site", publication.site());
    writeText(json, "day", publication.day());
    PublicationDueDate due = publication.due();
    if (due != null) {
      writeText(json, "due", due.day());
      writeText(json, "dueRule", due.rule());
      writeText(json, "dueQuote", due.quote());
    }
    json.writeEndObject();
  }

  private static void writeText(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  /**
   * Reads the field of a record; {@link PublicationInfo#UNKNOWN} if it is missing.
   *
   * @throws IOException if a date is malformed
   */
  static PublicationInfo read(JsonNode record) throws IOException {
    JsonNode node = record.path("publishing");
    try {
      LocalDate due = readDay(node, "due");
      return new PublicationInfo(
          node.path("source").textValue(),
          node.path("site").textValue(),
          readDay(node, "day"),
          due == null
              ? null
              : new PublicationDueDate(
                  due, node.path("dueRule").asText(), node.path("dueQuote").asText()));
    } catch (DateTimeException e) {
      throw new IOException("not a record: " + e.getMessage(), e);
    }
  }

  private static @Nullable LocalDate readDay(JsonNode node, String name) {
    String day = node.path(name).textValue();
    return day == null ? null : LocalDate.parse(day);
  }
}
