package org.mingzhang.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.render.PersonalData;

/** Copies JSON, phone numbers in its texts masked; ids and fingerprints stay as they are. */
final class MaskedJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Set<String> EXACT =
      Set.of("id", "sha256", "url", "html", "self", "original", "code", "value");

  private final PersonalData personal;

  MaskedJson(PersonalData personal) {
    this.personal = personal;
  }

  void copy(byte[] json, OutputStream out) throws IOException {
    try (JsonParser in = FACTORY.createParser(json);
        JsonGenerator copy = FACTORY.createGenerator(out)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.VALUE_STRING && !exact(in.currentName())) {
          copy.writeString(personal.of(in.getText()));
        } else {
          copy.copyCurrentEvent(in);
        }
      }
    }
  }

  private static boolean exact(@Nullable String field) {
    return field != null && EXACT.contains(field);
  }
}
