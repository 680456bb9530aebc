package org.mingzhang.record;

import static org.mingzhang.record.JsonNodeReader.readList;
import static org.mingzhang.record.JsonNodeReader.textOrEmpty;
import static org.mingzhang.record.JsonNodeReader.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;

/** Parses the sections and tables of a record. */
final class SectionParser {
  /** Maximum number of positions in the grid of a table. */
  private static final long MAX_GRID_SIZE = 20_000_000;

  private SectionParser() {}

  static Section parseSection(JsonNode node) {
    return new Section(
        textOrEmpty(node, "path"),
        textOrEmpty(node, "number"),
        textOrEmpty(node, "title"),
        textOrEmpty(node, "titleEnd"),
        node.path("level").asInt(),
        Topic.ofLabel(textOrEmpty(node, "topic")).orElseThrow(),
        node.path("page").asInt(),
        node.path("item").asBoolean(),
        node.path("runIn").asBoolean(),
        readList(node.path("body"), SectionParser::parsePart));
  }

  private static Section.Part parsePart(JsonNode node) {
    int page = node.path("page").asInt();
    if (!node.has("cells")) {
      return new Section.Paragraph(page, textOrEmpty(node, "text"));
    }
    List<TableBlock.Cell> cells =
        readList(
            node.path("cells"),
            c ->
                new TableBlock.Cell(
                    c.get(0).asInt(),
                    c.get(1).asInt(),
                    c.get(2).asInt(),
                    c.get(3).asInt(),
                    c.get(4).asText()));
    TableBlock grid =
        createGrid(page, node.path("rows").asInt(), node.path("columns").asInt(), cells);
    if (node.path("recognised").asBoolean()) {
      grid = grid.asRecognizedOnPage(page);
    }
    int table = node.path("table").asInt();
    return node.has("rowPages")
        ? new Section.TablePart(page, table, grid, readList(node.path("rowPages"), JsonNode::asInt))
        : new Section.TablePart(page, table, grid);
  }

  /**
   * Creates a grid after checking its size and the positions of its cells: a worker process that a
   * malicious file controls may have written the record.
   */
  private static TableBlock createGrid(
      int page, int rows, int columns, List<TableBlock.Cell> cells) {
    if (rows < 0 || columns < 0 || (long) rows * columns > MAX_GRID_SIZE) {
      throw new IllegalArgumentException("a table of " + rows + " × " + columns);
    }
    for (TableBlock.Cell cell : cells) {
      if (cell.row() >= rows || cell.column() >= columns) {
        throw new IllegalArgumentException("a cell outside its table: " + cell);
      }
    }
    return new TableBlock(page, rows, columns, cells);
  }

  static TableData parseTable(JsonNode node) {
    return new TableData(
        textOrEmpty(node, "section"),
        textOrEmpty(node, "title"),
        textOrNull(node, "unit"),
        node.path("page").asInt(),
        readList(node.path("header"), JsonNode::asText),
        readList(node.path("rows"), row -> readList(row, JsonNode::asText)),
        readList(node.path("rowPages"), JsonNode::asInt));
  }
}
