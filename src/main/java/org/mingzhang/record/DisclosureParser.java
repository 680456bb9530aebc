package org.mingzhang.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;

/** Reads a record that {@link DisclosureWriter} wrote. Safe on many threads. */
public final class DisclosureParser {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final int LONGEST_NUMBER = 100;

  /** Most cells a table may have room for. */
  private static final long LARGEST_GRID = 20_000_000;

  /**
   * Reads a record.
   *
   * @throws IOException if the stream is not a record of format {@value DisclosureWriter#FORMAT}
   */
  public Disclosure parse(InputStream in) throws IOException {
    return parseLinked(in).disclosure();
  }

  /**
   * A disclosure with the links its record holds.
   *
   * @param disclosure the disclosure
   * @param sectionIds slug of each section, or as many empty strings
   */
  public record Linked(Disclosure disclosure, List<String> sectionIds) {}

  /**
   * Reads a record with its links.
   *
   * @throws IOException if the stream is not a record of format {@value DisclosureWriter#FORMAT}
   */
  public Linked parseLinked(InputStream in) throws IOException {
    JsonNode root = MAPPER.readTree(in);
    int format = root.path("format").asInt();
    if (format != DisclosureWriter.FORMAT) {
      throw new IOException("record has format " + format + ", not " + DisclosureWriter.FORMAT);
    }
    try {
      return new Linked(disclosure(root), list(root.path("sections"), s -> text(s, "id")));
    } catch (RuntimeException malformed) {
      // Whatever a record lacks or has too much of, the model's own checks say so in their way.
      throw new IOException("not a record: " + malformed, malformed);
    }
  }

  private static Disclosure disclosure(JsonNode root) {
    return new Disclosure(
        source(root.path("source")),
        metadata(root),
        list(root.path("sections"), DisclosureParser::section),
        list(root.path("tables"), DisclosureParser::table),
        list(root.path("indicators"), DisclosureParser::indicator),
        list(root.path("figures"), DisclosureParser::figure),
        list(root.path("findings"), DisclosureParser::finding),
        list(root.path("warnings"), JsonNode::asText));
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> values = new ArrayList<>(array.size());
    for (JsonNode node : array) {
      values.add(element.apply(node));
    }
    return values;
  }

  private static @Nullable String string(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static @Nullable Integer integer(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asInt();
  }

  private static SourceDocument source(JsonNode node) {
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

  private static DocumentMetadata metadata(JsonNode node) {
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

  private static Section section(JsonNode node) {
    return new Section(
        text(node, "path"),
        text(node, "number"),
        text(node, "title"),
        node.path("level").asInt(),
        Topic.ofLabel(text(node, "topic")).orElseThrow(),
        node.path("page").asInt(),
        node.path("item").asBoolean(),
        node.path("runIn").asBoolean(),
        list(node.path("body"), DisclosureParser::part));
  }

  private static Section.Part part(JsonNode node) {
    int page = node.path("page").asInt();
    if (!node.has("cells")) {
      return new Section.Paragraph(page, text(node, "text"));
    }
    List<TableBlock.Cell> cells =
        list(
            node.path("cells"),
            c ->
                new TableBlock.Cell(
                    c.get(0).asInt(),
                    c.get(1).asInt(),
                    c.get(2).asInt(),
                    c.get(3).asInt(),
                    c.get(4).asText()));
    TableBlock grid = grid(page, node.path("rows").asInt(), node.path("columns").asInt(), cells);
    int table = node.path("table").asInt();
    return node.has("rowPages")
        ? new Section.TablePart(page, table, grid, list(node.path("rowPages"), JsonNode::asInt))
        : new Section.TablePart(page, table, grid);
  }

  /** A record may have been written by a process that a hostile file took over. */
  private static TableBlock grid(int page, int rows, int columns, List<TableBlock.Cell> cells) {
    if (rows < 0 || columns < 0 || (long) rows * columns > LARGEST_GRID) {
      throw new IllegalArgumentException("a table of " + rows + " × " + columns);
    }
    for (TableBlock.Cell cell : cells) {
      if (cell.row() >= rows || cell.column() >= columns) {
        throw new IllegalArgumentException("a cell outside its table: " + cell);
      }
    }
    return new TableBlock(page, rows, columns, cells);
  }

  private static TableData table(JsonNode node) {
    return new TableData(
        text(node, "section"),
        text(node, "title"),
        string(node, "unit"),
        node.path("page").asInt(),
        list(node.path("header"), JsonNode::asText),
        list(node.path("rows"), row -> list(row, JsonNode::asText)),
        list(node.path("rowPages"), JsonNode::asInt));
  }

  private static Indicator indicator(JsonNode node) {
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
        Arrays.stream(Indicator.Met.values())
            .filter(m -> m.label().equals(met))
            .findFirst()
            .orElseThrow(),
        node.path("page").asInt());
  }

  private static Figure figure(JsonNode node) {
    String value = text(node, "value");
    if (value.length() > LONGEST_NUMBER || value.indexOf('e') >= 0 || value.indexOf('E') >= 0) {
      throw new IllegalArgumentException("a figure of " + value);
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
    // Every reader of the record asks for the amount; a value that is none is found out here.
    var unused = figure.yuan();
    return figure;
  }

  private static Finding finding(JsonNode node) {
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
            : new Finding.Place(
                text(other, "section"), other.path("page").asInt(), text(other, "quote")));
  }
}
