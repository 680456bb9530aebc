package org.mingzhang.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;

/** Writes the sections of a record with their paragraphs and the grids of their tables. */
final class SectionWriter {
  private SectionWriter() {}

  /**
   * Writes all sections in reading order.
   *
   * @param ids permalink slugs of the first sections; the other sections are written without one
   */
  static void writeSections(JsonGenerator json, List<Section> sections, List<String> ids)
      throws IOException {
    json.writeArrayFieldStart("sections");
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      json.writeStartObject();
      if (i < ids.size()) {
        json.writeStringField("id", ids.get(i));
      }
      json.writeStringField("path", section.path());
      json.writeStringField("number", section.number());
      json.writeStringField("title", section.title());
      if (!section.titleEnd().isEmpty()) {
        json.writeStringField("titleEnd", section.titleEnd());
      }
      json.writeNumberField("level", section.level());
      json.writeStringField("topic", section.topic().label());
      json.writeNumberField("page", section.page());
      json.writeBooleanField("item", section.isListItem());
      json.writeBooleanField("runIn", section.isRunIn());
      json.writeStringField("text", section.text());
      json.writeArrayFieldStart("body");
      for (Section.Part part : section.body()) {
        writePart(json, part);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writePart(JsonGenerator json, Section.Part part) throws IOException {
    json.writeStartObject();
    json.writeNumberField("page", part.page());
    switch (part) {
      case Section.Paragraph paragraph -> json.writeStringField("text", paragraph.text());
      case Section.TablePart table -> {
        json.writeNumberField("table", table.table());
        writeGrid(json, table.grid());
        if (table.rowPages().stream().anyMatch(p -> p != table.page())) {
          JsonFieldWriter.writeIntegers(json, "rowPages", table.rowPages());
        }
      }
    }
    json.writeEndObject();
  }

  private static void writeGrid(JsonGenerator json, TableBlock grid) throws IOException {
    json.writeNumberField("rows", grid.rows());
    json.writeNumberField("columns", grid.columns());
    if (grid.isRecognizedByOcr()) {
      json.writeBooleanField("recognised", true);
    }
    json.writeArrayFieldStart("cells");
    for (TableBlock.Cell cell : grid.cells()) {
      json.writeStartArray();
      json.writeNumber(cell.row());
      json.writeNumber(cell.column());
      json.writeNumber(cell.rowSpan());
      json.writeNumber(cell.columnSpan());
      json.writeString(cell.text());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
