package org.mingzhang.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes fields of an open JSON object; a null value becomes JSON {@code null}. */
final class JsonFieldWriter {
  private JsonFieldWriter() {}

  /** Writes the fields of one value into the object that is open. */
  @FunctionalInterface
  interface ElementWriter<T> {
    void write(JsonGenerator json, T value) throws IOException;
  }

  static <T> void writeArray(
      JsonGenerator json, String name, List<T> values, ElementWriter<T> element)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      json.writeStartObject();
      element.write(json, value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeStrings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void writeIntegers(JsonGenerator json, String name, List<Integer> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  static void writeString(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value);
    }
  }

  static void writeInteger(JsonGenerator json, String name, @Nullable Integer value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
