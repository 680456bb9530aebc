package org.mingzhang.record;

import static org.mingzhang.record.JsonNodeReader.integerOrNull;
import static org.mingzhang.record.JsonNodeReader.parsePlainNumber;
import static org.mingzhang.record.JsonNodeReader.readList;
import static org.mingzhang.record.JsonNodeReader.requirePlainNumber;
import static org.mingzhang.record.JsonNodeReader.textOrEmpty;
import static org.mingzhang.record.JsonNodeReader.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.SourceDocument;

/**
 * Parses records that {@link DisclosureWriter} wrote. Missing fields count as null, empty, zero or
 * false where the model allows it. Thread-safe.
 */
public final class DisclosureParser {
  private static final ObjectMapper MAPPER = new ObjectMapper(RecordJson.createFactory());

  /**
   * Reads a record and closes the stream.
   *
   * @throws IOException if the stream is not a record of format {@value
   *     DisclosureWriter#FORMAT_VERSION}
   */
  public Disclosure parse(InputStream in) throws IOException {
    return parseWithSlugs(in).disclosure();
  }

  /**
   * A disclosure and the links in its record.
   *
   * @param disclosure the disclosure
   * @param sectionIds permalink slug of each section; all are empty strings in a record without
   *     links
   */
  public record DisclosureWithSlugs(Disclosure disclosure, List<String> sectionIds) {}

  /**
   * Reads a record with its links and closes the stream.
   *
   * @throws IOException if the stream is not a record of format {@value
   *     DisclosureWriter#FORMAT_VERSION}
   */
  public DisclosureWithSlugs parseWithSlugs(InputStream in) throws IOException {
    return parseWithSlugs(MAPPER.readTree(in));
  }

  /**
   * Reads a record with its links from parsed JSON.
   *
   * @throws IOException if it is not a record of format {@value DisclosureWriter#FORMAT_VERSION}
   */
  public DisclosureWithSlugs parseWithSlugs(JsonNode root) throws IOException {
    int format = root.path("format").asInt();
    if (format != DisclosureWriter.FORMAT_VERSION) {
      throw new IOException(
          "record has format " + format + ", not " + DisclosureWriter.FORMAT_VERSION);
    }
    try {
      return new DisclosureWithSlugs(
          parseDisclosure(root), readList(root.path("sections"), s -> textOrEmpty(s, "id")));
    } catch (RuntimeException malformed) {
      // missing and wrong values make the constructors of the model fail with various exceptions
      throw new IOException("not a record: " + malformed, malformed);
    }
  }

  private static Disclosure parseDisclosure(JsonNode root) {
    return new Disclosure(
        parseSource(root.path("source")),
        parseMetadata(root),
        readList(root.path("sections"), SectionParser::parseSection),
        readList(root.path("tables"), SectionParser::parseTable),
        readList(root.path("indicators"), DisclosureParser::parseIndicator),
        readList(root.path("figures"), DisclosureParser::parseFigure),
        readList(root.path("facts"), FactParser::parseFact),
        parseFindings(root.path("findings")),
        ExaminationFormat.read(root.get("examination")),
        readList(root.path("warnings"), JsonNode::asText));
  }

  private static SourceDocument parseSource(JsonNode node) {
    JsonNode ocr = node.get("ocr");
    return new SourceDocument(
        textOrEmpty(node, "file"),
        textOrEmpty(node, "sha256"),
        textOrEmpty(node, "mediaType"),
        node.path("bytes").asLong(),
        node.path("pages").asInt(),
        ocr == null
            ? null
            : new SourceDocument.Ocr(
                textOrEmpty(ocr, "engine"),
                ocr.path("confidence").asDouble(),
                ocr.path("pages").asInt()));
  }

  private static DocumentMetadata parseMetadata(JsonNode node) {
    JsonNode region = node.path("region");
    String category = textOrNull(node, "category");
    String type = textOrNull(node, "agencyType");
    return new DocumentMetadata(
        textOrNull(node, "title"),
        node.path("titleComposed").asBoolean(),
        textOrNull(node, "agency"),
        region.isObject()
            ? new Region(
                textOrEmpty(region, "code"), readList(region.path("path"), JsonNode::asText))
            : null,
        integerOrNull(node, "year"),
        category == null ? null : Category.ofLabel(category).orElseThrow(),
        type == null ? null : AgencyType.ofLabel(type).orElseThrow(),
        readList(
            node.path("evidence"),
            e ->
                new Evidence(
                    textOrEmpty(e, "field"),
                    textOrEmpty(e, "rule"),
                    textOrEmpty(e, "quote"),
                    e.path("page").asInt())));
  }

  private static Indicator parseIndicator(JsonNode node) {
    String met = textOrEmpty(node, "met");
    return new Indicator(
        textOrEmpty(node, "section"),
        textOrEmpty(node, "table"),
        textOrNull(node, "project"),
        textOrNull(node, "goal"),
        textOrNull(node, "level1"),
        textOrNull(node, "level2"),
        textOrEmpty(node, "level3"),
        textOrNull(node, "target"),
        textOrNull(node, "actual"),
        textOrNull(node, "weight"),
        textOrNull(node, "score"),
        textOrNull(node, "note"),
        Arrays.stream(Indicator.TargetResult.values())
            .filter(m -> m.label().equals(met))
            .findFirst()
            .orElseThrow(),
        node.path("page").asInt());
  }

  private static Figure parseFigure(JsonNode node) {
    String value = requirePlainNumber(textOrEmpty(node, "value"));
    Figure figure =
        new Figure(
            textOrEmpty(node, "section"),
            textOrEmpty(node, "name"),
            textOrNull(node, "item"),
            textOrNull(node, "code"),
            value,
            textOrEmpty(node, "unit"),
            integerOrNull(node, "year"),
            textOrEmpty(node, "quote"),
            node.path("page").asInt(),
            node.path("fromTable").asBoolean());
    var unused = figure.yuan(); // fails here, and not in later readers, if the value is no number
    return figure;
  }

  /**
   * Reads findings that {@link DisclosureWriter#writeFindings} wrote.
   *
   * @throws RuntimeException of various types if a finding is malformed
   */
  public static List<Finding> parseFindings(JsonNode array) {
    return readList(array, DisclosureParser::parseFinding);
  }

  private static Finding parseFinding(JsonNode node) {
    String kind = textOrEmpty(node, "kind");
    String severity = textOrEmpty(node, "severity");
    JsonNode other = node.get("other");
    return new Finding(
        textOrEmpty(node, "rule"),
        Arrays.stream(Finding.Kind.values())
            .filter(k -> k.id().equals(kind))
            .findFirst()
            .orElseThrow(),
        Arrays.stream(Finding.Severity.values())
            .filter(s -> s.label().equals(severity))
            .findFirst()
            .orElseThrow(),
        textOrEmpty(node, "section"),
        node.path("page").asInt(),
        textOrEmpty(node, "quote"),
        textOrNull(node, "stated"),
        textOrNull(node, "computed"),
        textOrNull(node, "formula"),
        textOrNull(node, "tolerance"),
        textOrEmpty(node, "message"),
        textOrEmpty(node, "messageEnglish"),
        other == null
            ? null
            : new Finding.QuoteLocation(
                textOrEmpty(other, "section"),
                other.path("page").asInt(),
                textOrEmpty(other, "quote")),
        parseGap(textOrNull(node, "gapYuan"), textOrNull(node, "gapPercent")));
  }

  private static @Nullable FindingGap parseGap(@Nullable String yuan, @Nullable String percent) {
    return yuan == null && percent == null
        ? null
        : new FindingGap(parseNumber(yuan), parseNumber(percent));
  }

  private static @Nullable BigDecimal parseNumber(@Nullable String plain) {
    return plain == null ? null : parsePlainNumber(plain);
  }
}
