package org.mingzhang.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permalinks in a record. They are read without building the rest of the record, which is much
 * faster than {@link DisclosureParser}.
 *
 * @param id permalink id of the document, or null
 * @param file name of the file from which the document was read
 * @param sha256 SHA-256 of the file in lower-case hexadecimal
 * @param sections permalink and outline path of each section
 */
public record RecordPermalinks(
    @Nullable String id, String file, String sha256, List<Link> sections) {
  private static final JsonFactory FACTORY = RecordJson.createFactory();

  /** Makes an immutable copy of the list. */
  public RecordPermalinks {
    sections = List.copyOf(sections);
  }

  /**
   * The permalink of a section.
   *
   * @param slug permalink slug; empty if the record has none
   * @param path outline path
   */
  public record Link(String slug, String path) {}

  /**
   * Reads the permalinks of a record and closes the stream.
   *
   * @throws IOException if the stream is not a complete record of format {@value
   *     DisclosureWriter#FORMAT_VERSION}
   */
  public static RecordPermalinks read(InputStream in) throws IOException {
    try (JsonParser json = FACTORY.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a record");
      }
      String id = null;
      int format = 0;
      Link source = new Link("", "");
      List<Link> sections = new ArrayList<>();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        switch (name) {
          case "format" -> format = json.getValueAsInt();
          case "id" -> id = json.getValueAsString();
          case "source" -> source = readPair(json, "sha256", "file");
          case "sections" -> sections.addAll(readLinks(json));
          default -> json.skipChildren();
        }
      }
      if (format != DisclosureWriter.FORMAT_VERSION
          || json.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("not a complete record of format " + DisclosureWriter.FORMAT_VERSION);
      }
      return new RecordPermalinks(id, source.path(), source.slug(), sections);
    }
  }

  private static List<Link> readLinks(JsonParser json) throws IOException {
    List<Link> links = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      links.add(readPair(json, "id", "path"));
    }
    return links;
  }

  /** Reads two fields of the object that begins at the current token, up to its end. */
  private static Link readPair(JsonParser json, String firstField, String secondField)
      throws IOException {
    String one = "";
    String other = "";
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals(firstField)) {
        one = json.getValueAsString("");
      } else if (name.equals(secondField)) {
        other = json.getValueAsString("");
      } else {
        json.skipChildren();
      }
    }
    return new Link(one, other);
  }
}
