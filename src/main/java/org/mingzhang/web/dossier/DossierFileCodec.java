package org.mingzhang.web.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.web.address.BadParameterException;

/**
 * Reads and writes the JSON format of dossiers: {@code {"format":"mingzhang-dossier","version":1,
 * "title":"…","entries":[{"kind":"sentence","document":"…","section":"…",…}]}}. Files are
 * untrusted: every field is validated, unknown fields are ignored, and texts are escaped when they
 * are shown.
 */
public final class DossierFileCodec {
  private static final String FORMAT = "mingzhang-dossier";
  private static final int VERSION = 1;

  /** Maximum length of the JSON form, in UTF-16 units. */
  static final int MAX_FILE_LENGTH = 2_000_000;

  private static final int MAX_TEXT_LENGTH = 20_000;
  private static final int MAX_NAME_LENGTH = 300;
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,200}");
  private static final Pattern ANCHOR = Pattern.compile("[\\p{L}\\p{N}._-]{0,100}");
  private static final Pattern HASH = Pattern.compile("(?:[0-9a-f]{8,64})?");
  private static final String KINDS =
      Arrays.stream(Dossier.EntryKind.values())
          .map(Dossier.EntryKind::id)
          .collect(Collectors.joining(", "));
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(8)
                      .maxStringLength(MAX_TEXT_LENGTH * 2)
                      .maxNumberLength(20)
                      .maxNameLength(100)
                      .maxDocumentLength(MAX_FILE_LENGTH)
                      .build())
              .build());

  private DossierFileCodec() {}

  /**
   * Reads a dossier from its JSON form.
   *
   * @throws BadParameterException if it is malformed or a field is invalid
   */
  public static Dossier read(String json) {
    if (json.length() > MAX_FILE_LENGTH) {
      throw invalidValue("length " + json.length(), "at most " + MAX_FILE_LENGTH);
    }
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw invalidValue("JSON", e.getOriginalMessage());
    }
    if (!root.path("format").asText().equals(FORMAT) || root.path("version").asInt() != VERSION) {
      throw invalidValue(truncate(root.path("format").asText()), FORMAT + " " + VERSION);
    }
    JsonNode entries = root.path("entries");
    if (!entries.isArray() || entries.size() > Dossier.MAX_ENTRIES) {
      throw invalidValue("entries " + entries.size(), "0 – " + Dossier.MAX_ENTRIES);
    }
    List<Dossier.Entry> read = new ArrayList<>();
    entries.forEach(entry -> read.add(parseEntry(entry)));
    return new Dossier(readText(root, "title", MAX_NAME_LENGTH), read);
  }

  private static Dossier.Entry parseEntry(JsonNode node) {
    String kind = node.path("kind").asText();
    Dossier.EntryKind of =
        Dossier.EntryKind.ofId(kind)
            .orElseThrow(() -> invalidValue("kind " + truncate(kind), KINDS));
    JsonNode page = node.path("page");
    int number = page.isMissingNode() ? 0 : page.asInt(-1);
    if (number < 0 || number > 1_000_000) {
      throw invalidValue("page " + truncate(page.asText()), "0 – 1000000");
    }
    return new Dossier.Entry(
        of,
        of.isOwnText() ? "" : readChecked(node, "document", ID),
        of.isOwnText() || readText(node, "section", 200).isEmpty()
            ? ""
            : readChecked(node, "section", ID),
        readChecked(node, "anchor", ANCHOR),
        of.isOwnText() ? "" : readChecked(node, "version", HASH),
        number,
        readText(node, "label", MAX_NAME_LENGTH),
        readText(node, "quote", MAX_TEXT_LENGTH),
        readText(node, "note", MAX_TEXT_LENGTH));
  }

  private static String readChecked(JsonNode node, String field, Pattern pattern) {
    String text = readText(node, field, 200);
    if (!pattern.matcher(text).matches()) {
      throw invalidValue(field + " " + truncate(text), pattern.pattern());
    }
    return text;
  }

  /**
   * A text field without control characters except line feeds and tabs; empty if it is missing.
   *
   * @throws BadParameterException if it is not a string or is longer than {@code maxLength}
   */
  private static String readText(JsonNode node, String field, int maxLength) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() || value.asText().length() > maxLength) {
      throw invalidValue(field, "a text of at most " + maxLength + " characters");
    }
    return value.asText().replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\n\\t]]", "");
  }

  private static String truncate(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static BadParameterException invalidValue(String value, String allowedValues) {
    return new BadParameterException("dossier", value, allowedValues);
  }

  /** Returns a dossier as JSON, without the empty fields of its entries. */
  public static String write(Dossier dossier) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION).put("title", dossier.title());
    var entries = root.putArray("entries");
    for (Dossier.Entry entry : dossier.entries()) {
      ObjectNode node = entries.addObject().put("kind", entry.kind().id());
      putUnlessEmpty(node, "document", entry.documentId());
      putUnlessEmpty(node, "section", entry.sectionSlug());
      putUnlessEmpty(node, "anchor", entry.anchor());
      putUnlessEmpty(node, "version", entry.version());
      if (entry.page() > 0) {
        node.put("page", entry.page());
      }
      putUnlessEmpty(node, "label", entry.label());
      putUnlessEmpty(node, "quote", entry.quote());
      putUnlessEmpty(node, "note", entry.note());
    }
    return root.toPrettyString();
  }

  private static void putUnlessEmpty(ObjectNode node, String field, String text) {
    if (!text.isEmpty()) {
      node.put(field, text);
    }
  }
}
