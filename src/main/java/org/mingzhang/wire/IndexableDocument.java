package org.mingzhang.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.Finding;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;
import org.mingzhang.record.RecordJson;
import org.mingzhang.schema.CrossDocumentFinding;
import org.mingzhang.schema.DocumentIndexAttributes;

/**
 * A document as it is sent to a node of a cluster, which creates its rows: its record with
 * permalinks and additional fields.
 *
 * @param id permalink id
 * @param disclosure the disclosure
 * @param sectionIds permalink slug of each section
 * @param crossDocumentFindings findings that involve other documents
 * @param attributes editions, order of arrival and publication
 */
public record IndexableDocument(
    String id,
    Disclosure disclosure,
    List<String> sectionIds,
    List<CrossDocumentFinding> crossDocumentFindings,
    DocumentIndexAttributes attributes) {
  private static final ObjectMapper MAPPER = new ObjectMapper(RecordJson.createFactory());

  /** Makes an immutable copy of the lists. */
  public IndexableDocument {
    sectionIds = List.copyOf(sectionIds);
    crossDocumentFindings = List.copyOf(crossDocumentFindings);
  }

  /** Writes the document as one JSON object; the stream is left open. */
  public void write(OutputStream out) throws IOException {
    DisclosureWriter.PermalinkIds permalinkIds = new DisclosureWriter.PermalinkIds(id, sectionIds);
    new DisclosureWriter().write(disclosure, permalinkIds, this::writeAdditions, false, out);
  }

  private void writeAdditions(JsonGenerator json) throws IOException {
    json.writeNumberField("arrival", attributes.arrival());
    json.writeStringField("editions", attributes.editions().encode());
    PublicationInfoFormat.write(json, attributes.publication());
    List<Finding> findings =
        crossDocumentFindings.stream().map(CrossDocumentFinding::finding).toList();
    DisclosureWriter.writeFindings(json, "acrossFindings", findings);
    json.writeArrayFieldStart("acrossPlaces");
    for (CrossDocumentFinding finding : crossDocumentFindings) {
      json.writeStartArray();
      json.writeString(finding.otherId());
      json.writeString(finding.otherTitle());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /**
   * Reads a document that {@link #write} wrote and closes the stream.
   *
   * @throws IOException if the stream is malformed
   */
  public static IndexableDocument read(InputStream in) throws IOException {
    JsonNode root = MAPPER.readTree(in);
    DisclosureParser.DisclosureWithSlugs disclosureWithSlugs =
        new DisclosureParser().parseWithSlugs(root);
    try {
      return new IndexableDocument(
          root.path("id").asText(),
          disclosureWithSlugs.disclosure(),
          disclosureWithSlugs.sectionIds(),
          readFindings(root),
          new DocumentIndexAttributes(
              EditionGroup.decode(Map.of("editions", root.path("editions").asText())),
              root.path("arrival").asLong(),
              PublicationInfoFormat.read(root)));
    } catch (RuntimeException malformed) {
      // missing and wrong values make the constructors of the model fail with various exceptions
      throw new IOException("not a record: " + malformed, malformed);
    }
  }

  private static List<CrossDocumentFinding> readFindings(JsonNode root) throws IOException {
    List<Finding> findings = DisclosureParser.parseFindings(root.path("acrossFindings"));
    JsonNode places = root.path("acrossPlaces");
    if (places.size() != findings.size()) {
      throw new IOException(findings.size() + " findings but " + places.size() + " places");
    }
    List<CrossDocumentFinding> crossDocumentFindings = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      JsonNode place = places.get(i);
      crossDocumentFindings.add(
          new CrossDocumentFinding(
              findings.get(i), place.path(0).asText(), place.path(1).asText()));
    }
    return crossDocumentFindings;
  }
}
