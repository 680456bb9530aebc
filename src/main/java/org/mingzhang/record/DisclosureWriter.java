package org.mingzhang.record;

import static org.mingzhang.record.JsonFieldWriter.writeArray;
import static org.mingzhang.record.JsonFieldWriter.writeInteger;
import static org.mingzhang.record.JsonFieldWriter.writeIntegers;
import static org.mingzhang.record.JsonFieldWriter.writeString;
import static org.mingzhang.record.JsonFieldWriter.writeStrings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableData;

/**
 * Writes disclosures as JSON in the record format, version {@value #FORMAT_VERSION}. {@link
 * DisclosureParser} reads the same disclosure from it, except that trailing zeros of values and the
 * column edges of tables are not written. Thread-safe; the stream is flushed and left open.
 */
public final class DisclosureWriter {
  /** Version of the record format that is written and read. */
  public static final int FORMAT_VERSION = 1;

  private static final JsonFactory FACTORY =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** Adds fields at the end of a record, that only the archive knows, such as versions. */
  @FunctionalInterface
  public interface AdditionalFields {
    /** Writes fields into the open object. */
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * The permalink id of a document and the slugs of its sections.
   *
   * @param id id of the document, or null
   * @param sectionIds slug of each section; empty if there are none
   */
  public record PermalinkIds(@Nullable String id, List<String> sectionIds) {
    /** The ids for a record without permalinks. */
    public static PermalinkIds none() {
      return new PermalinkIds(null, List.of());
    }
  }

  /** Writes an indented record without links. */
  public void write(Disclosure disclosure, OutputStream out) throws IOException {
    write(disclosure, PermalinkIds.none(), json -> {}, true, out);
  }

  /**
   * Writes a record.
   *
   * @param permalinkIds ids of document and sections
   * @param additional adds fields at the end of the record
   * @param indented whether to break and indent lines
   */
  public void write(
      Disclosure disclosure,
      PermalinkIds permalinkIds,
      AdditionalFields additional,
      boolean indented,
      OutputStream out)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      if (indented) {
        json.useDefaultPrettyPrinter();
      }
      json.writeStartObject();
      json.writeNumberField("format", FORMAT_VERSION);
      writeString(json, "id", permalinkIds.id());
      writeMetadata(json, disclosure.metadata());
      writeSource(json, disclosure.source());
      SectionWriter.writeSections(json, disclosure.sections(), permalinkIds.sectionIds());
      writeArray(json, "tables", disclosure.tables(), DisclosureWriter::writeTable);
      writeArray(json, "indicators", disclosure.indicators(), DisclosureWriter::writeIndicator);
      writeArray(json, "figures", disclosure.figures(), DisclosureWriter::writeFigure);
      writeArray(json, "facts", disclosure.facts(), FactWriter::writeFact);
      writeFindings(json, "findings", disclosure.findings());
      ExaminationFormat.write(json, disclosure.ruleCounts());
      writeStrings(json, "warnings", disclosure.warnings());
      additional.write(json);
      json.writeEndObject();
    }
  }

  private static void writeMetadata(JsonGenerator json, DocumentMetadata metadata)
      throws IOException {
    writeString(json, "title", metadata.title());
    json.writeBooleanField("titleComposed", metadata.titleComposed());
    writeString(json, "agency", metadata.agency());
    if (metadata.region() == null) {
      json.writeNullField("region");
    } else {
      json.writeObjectFieldStart("region");
      json.writeStringField("code", metadata.region().code());
      writeStrings(json, "path", metadata.region().path());
      json.writeEndObject();
    }
    writeInteger(json, "year", metadata.year());
    Category category = metadata.category();
    writeString(json, "category", category == null ? null : category.label());
    writeString(
        json, "agencyType", metadata.agencyType() == null ? null : metadata.agencyType().label());
    writeArray(json, "evidence", metadata.evidence(), DisclosureWriter::writeEvidence);
  }

  private static void writeEvidence(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeStringField("field", evidence.field());
    json.writeStringField("rule", evidence.rule());
    json.writeStringField("quote", evidence.quote());
    json.writeNumberField("page", evidence.page());
  }

  private static void writeSource(JsonGenerator json, SourceDocument source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("file", source.file());
    json.writeStringField("sha256", source.sha256());
    json.writeStringField("mediaType", source.mediaType());
    json.writeNumberField("bytes", source.bytes());
    json.writeNumberField("pages", source.pages());
    SourceDocument.Ocr ocr = source.ocr();
    if (ocr != null) {
      json.writeObjectFieldStart("ocr");
      json.writeStringField("engine", ocr.engine());
      json.writeNumberField("confidence", ocr.confidence());
      json.writeNumberField("pages", ocr.pages());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeTable(JsonGenerator json, TableData table) throws IOException {
    json.writeStringField("section", table.sectionPath());
    json.writeStringField("title", table.title());
    writeString(json, "unit", table.unit());
    json.writeNumberField("page", table.page());
    writeStrings(json, "header", table.header());
    json.writeArrayFieldStart("rows");
    for (List<String> row : table.rows()) {
      json.writeStartArray();
      for (String cell : row) {
        json.writeString(cell);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    writeIntegers(json, "rowPages", table.rowPages());
  }

  private static void writeIndicator(JsonGenerator json, Indicator row) throws IOException {
    json.writeStringField("section", row.sectionPath());
    json.writeStringField("table", row.tableCaption());
    writeString(json, "project", row.project());
    writeString(json, "goal", row.goal());
    writeString(json, "level1", row.level1());
    writeString(json, "level2", row.level2());
    json.writeStringField("level3", row.level3());
    writeString(json, "target", row.target());
    writeString(json, "actual", row.actual());
    writeString(json, "weight", row.weight());
    writeString(json, "score", row.score());
    writeString(json, "note", row.note());
    json.writeStringField("met", row.met().label());
    json.writeNumberField("page", row.page());
  }

  private static void writeFigure(JsonGenerator json, Figure figure) throws IOException {
    json.writeStringField("section", figure.sectionPath());
    json.writeStringField("name", figure.name());
    writeString(json, "item", figure.item());
    writeString(json, "code", figure.code());
    json.writeStringField("value", figure.value());
    json.writeStringField("unit", figure.unit());
    writeInteger(json, "year", figure.year());
    json.writeStringField("quote", figure.quote());
    json.writeNumberField("page", figure.page());
    json.writeBooleanField("fromTable", figure.isFromTable());
    writeString(json, "yuan", figure.yuan().map(BigDecimal::toPlainString).orElse(null));
  }

  /** Writes findings as an array field of the open object. */
  public static void writeFindings(JsonGenerator json, String name, List<Finding> findings)
      throws IOException {
    writeArray(json, name, findings, DisclosureWriter::writeFinding);
  }

  private static void writeFinding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("rule", finding.rule());
    json.writeStringField("kind", finding.kind().id());
    json.writeStringField("severity", finding.severity().label());
    json.writeStringField("section", finding.sectionPath());
    json.writeNumberField("page", finding.page());
    json.writeStringField("quote", finding.quote());
    writeString(json, "stated", finding.stated());
    writeString(json, "computed", finding.computed());
    writeString(json, "formula", finding.formula());
    writeString(json, "tolerance", finding.tolerance());
    json.writeStringField("message", finding.message());
    json.writeStringField("messageEnglish", finding.messageEnglish());
    FindingGap gap = finding.gap();
    if (gap != null) {
      writeString(json, "gapYuan", toPlainStringOrNull(gap.yuan()));
      writeString(json, "gapPercent", toPlainStringOrNull(gap.percent()));
    }
    Finding.QuoteLocation other = finding.other();
    if (other != null) {
      json.writeObjectFieldStart("other");
      json.writeStringField("section", other.sectionPath());
      json.writeNumberField("page", other.page());
      json.writeStringField("quote", other.quote());
      json.writeEndObject();
    }
  }

  private static @Nullable String toPlainStringOrNull(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
