package org.mingzhang.record;

import static org.mingzhang.record.JsonNodeReader.integer;
import static org.mingzhang.record.JsonNodeReader.list;
import static org.mingzhang.record.JsonNodeReader.string;
import static org.mingzhang.record.JsonNodeReader.text;

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

/** Parses records that {@link DisclosureWriter} wrote. Thread-safe. */
public final class DisclosureParser {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final int MAX_NUMBER_LENGTH = 100;

  /**
   * Reads a record.
   *
   * @throws IOException if the stream is not a record of format {@value
   *     DisclosureWriter#FORMAT_VERSION}
   */
  public Disclosure parse(InputStream in) throws IOException {
    return parseLinked(in).disclosure();
  }

  /**
   * A disclosure and the links in its record.
   *
   * @param disclosure the disclosure
   * @param sectionIds slug of each section; all are empty in a record without links
   */
  public record DisclosureWithSlugs(Disclosure disclosure, List<String> sectionIds) {}

  /**
   * Reads a record with its links.
   *
   * @throws IOException if the stream is not a record of format {@value
   *     DisclosureWriter#FORMAT_VERSION}
   */
  public DisclosureWithSlugs parseLinked(InputStream in) throws IOException {
    return parseLinked(MAPPER.readTree(in));
  }

  /**
   * Reads a record and its permalinks from parsed JSON.
   *
   * @throws IOException if it is not a record of format {@value DisclosureWriter#FORMAT_VERSION}
   */
  public DisclosureWithSlugs parseLinked(JsonNode root) throws IOException {
    int format = root.path("format").asInt();
    if (format != DisclosureWriter.FORMAT_VERSION) {
      throw new IOException(
          "record has format " + format + ", not " + DisclosureWriter.FORMAT_VERSION);
    }
    try {
      return new DisclosureWithSlugs(
          parseDisclosure(root), list(root.path("sections"), s -> text(s, "id")));
    } catch (RuntimeException malformed) {
      // missing and wrong values make the constructors of the model fail with various exceptions
      throw new IOException("not a record: " + malformed, malformed);
    }
  }

  private static Disclosure parseDisclosure(JsonNode root) {
    return new Disclosure(
        parseSource(root.path("source")),
        parseMetadata(root),
        list(root.path("sections"), SectionParser::parseSection),
        list(root.path("tables"), SectionParser::parseTable),
        list(root.path("indicators"), DisclosureParser::parseIndicator),
        list(root.path("figures"), DisclosureParser::parseFigure),
        list(root.path("facts"), FactParser::parseFact),
        parseFindings(root.path("findings")),
        ExaminationFormat.read(root.get("examination")),
        list(root.path("warnings"), JsonNode::asText));
  }

  private static SourceDocument parseSource(JsonNode node) {
    JsonNode ocr = node.get("ocr");
    return new SourceDocument(
        text(node, "file"),
        text(node, "sha256"),
        text(node, "mediaType"),
        node.path("bytes").asLong(),
        node.path("pages").asInt(),
        ocr == null
            ? null
            : new SourceDocument.Ocr(
                text(ocr, "engine"), ocr.path("confidence").asDouble(), ocr.path("pages").asInt()));
  }

  private static DocumentMetadata parseMetadata(JsonNode node) {
    JsonNode region = node.path("region");
    String category = string(node, "category");
    String type = string(node, "agencyType");
    return new DocumentMetadata(
        string(node, "title"),
        node.path("titleComposed").asBoolean(),
        string(node, "agency"),
        region.isObject()
            ? new Region(text(region, "code"), list(region.path("path"), JsonNode::asText))
            : null,
        integer(node, "year"),
        category == null ? null : Category.ofLabel(category).orElseThrow(),
        type == null ? null : AgencyType.ofLabel(type).orElseThrow(),
        list(
            node.path("evidence"),
            e ->
                new Evidence(
                    text(e, "field"), text(e, "rule"), text(e, "quote"), e.path("page").asInt())));
  }

  private static Indicator parseIndicator(JsonNode node) {
    String met = text(node, "met");
    return new Indicator(
        text(node, "section"),
        text(node, "table"),
        string(node, "project"),
        string(node, "goal"),
        string(node, "level1"),
        string(node, "level2"),
        text(node, "level3"),
        string(node, "target"),
        string(node, "actual"),
        string(node, "weight"),
        string(node, "score"),
        string(node, "note"),
        Arrays.stream(Indicator.TargetResult.values())
            .filter(m -> m.label().equals(met))
            .findFirst()
            .orElseThrow(),
        node.path("page").asInt());
  }

  private static Figure parseFigure(JsonNode node) {
    String value = text(node, "value");
    if (value.length() > MAX_NUMBER_LENGTH || value.indexOf('e') >= 0 || value.indexOf('E') >= 0) {
      throw new IllegalArgumentException("not a value of a figure: " + value);
    }
    Figure figure =
        new Figure(
            text(node, "section"),
            text(node, "name"),
            string(node, "item"),
            string(node, "code"),
            value,
            text(node, "unit"),
            integer(node, "year"),
            text(node, "quote"),
            node.path("page").asInt(),
            node.path("fromTable").asBoolean());
    var unused = figure.yuan(); // fails here, and not in later readers, if the value is no number
    return figure;
  }

  /** Reads findings that {@link DisclosureWriter#writeFindings} wrote. */
  public static List<Finding> parseFindings(JsonNode array) {
    return list(array, DisclosureParser::parseFinding);
  }

  private static Finding parseFinding(JsonNode node) {
    String kind = text(node, "kind");
    String severity = text(node, "severity");
    JsonNode other = node.get("other");
    return new Finding(
        text(node, "rule"),
        Arrays.stream(Finding.Kind.values())
            .filter(k -> k.id().equals(kind))
            .findFirst()
            .orElseThrow(),
        Arrays.stream(Finding.Severity.values())
            .filter(s -> s.label().equals(severity))
            .findFirst()
            .orElseThrow(),
        text(node, "section"),
        node.path("page").asInt(),
        text(node, "quote"),
        string(node, "stated"),
        string(node, "computed"),
        string(node, "formula"),
        string(node, "tolerance"),
        text(node, "message"),
        text(node, "messageEnglish"),
        other == null
            ? null
            : new Finding.QuoteLocation(
                text(other, "section"), other.path("page").asInt(), text(other, "quote")),
        parseGap(string(node, "gapYuan"), string(node, "gapPercent")));
  }

  private static @Nullable FindingGap parseGap(@Nullable String yuan, @Nullable String percent) {
    return yuan == null && percent == null ? null : new FindingGap(number(yuan), number(percent));
  }

  private static @Nullable BigDecimal number(@Nullable String plain) {
    if (plain != null && plain.length() > MAX_NUMBER_LENGTH) {
      throw new IllegalArgumentException("not a gap: " + plain);
    }
    return plain == null ? null : new BigDecimal(plain);
  }
}
