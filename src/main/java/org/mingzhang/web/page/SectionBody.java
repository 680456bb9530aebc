package org.mingzhang.web.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.web.render.Amounts;

/**
 * The body of a section as it is set.
 *
 * @param parts paragraphs and tables in reading order
 */
public record SectionBody(List<Part> parts) {
  /**
   * A paragraph or a table.
   *
   * @param anchor {@code p3} or {@code t2}, counted from 1 each
   * @param page 1-based page on which it starts
   * @param turned whether it is the first that starts on this page
   * @param runs text of a paragraph, empty for a table
   * @param table the table, or null for a paragraph
   */
  public record Part(
      String anchor, int page, boolean turned, List<Marks.Run> runs, @Nullable Table table) {}

  /**
   * A table.
   *
   * @param caption printed caption, may be empty
   * @param unit unit of its amounts, or null
   * @param index place among the document's data tables, -1 if it is none
   * @param head rows of the head
   * @param body rows below it
   */
  public record Table(
      String caption,
      @Nullable String unit,
      int index,
      List<List<Cell>> head,
      List<List<Cell>> body) {}

  /**
   * A cell.
   *
   * @param runs its text
   * @param rows rows it covers
   * @param columns columns it covers
   * @param numeric whether it is a number
   */
  public record Cell(List<Marks.Run> runs, int rows, int columns, boolean numeric) {
    /** How it is set: a number, a word that stays on one line, a phrase or a text. */
    public String fit() {
      int length = runs.stream().mapToInt(r -> r.text().length()).sum();
      return numeric ? "num" : length <= 4 ? "word" : length <= 12 ? "phrase" : "long";
    }
  }

  /** Sets a section's body. */
  public static SectionBody of(Disclosure disclosure, Section section, Marks marks) {
    List<Part> parts = new ArrayList<>();
    int page = section.page();
    int paragraphs = 0;
    int tables = 0;
    for (Section.Part part : section.body()) {
      boolean turned = part.page() != page;
      page = part.page();
      switch (part) {
        case Section.Paragraph paragraph ->
            parts.add(
                new Part(
                    "p" + ++paragraphs,
                    page,
                    turned,
                    marks.of(List.of(paragraph.text())).getFirst(),
                    null));
        case Section.TablePart table ->
            parts.add(
                new Part("t" + ++tables, page, turned, List.of(), table(disclosure, table, marks)));
      }
    }
    return new SectionBody(parts);
  }

  private static Table table(Disclosure disclosure, Section.TablePart part, Marks marks) {
    TableData data =
        part.table() >= 0 && part.table() < disclosure.tables().size()
            ? disclosure.tables().get(part.table())
            : null;
    TableBlock grid = part.grid();
    List<List<Cell>> rows = rows(grid, marks);
    int head = data == null ? 0 : Math.clamp(grid.rows() - data.rows().size(), 0, 5);
    return new Table(
        data == null ? "" : data.title(),
        data == null ? null : data.unit(),
        data == null ? -1 : part.table(),
        rows.subList(0, Math.min(head, rows.size())),
        rows.subList(Math.min(head, rows.size()), rows.size()));
  }

  private static List<List<Cell>> rows(TableBlock grid, Marks marks) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < grid.rows(); i++) {
      rows.add(new ArrayList<>());
    }
    List<List<Marks.Run>> texts =
        marks.of(grid.cells().stream().map(c -> c.text().replace("\n", "")).toList());
    for (int i = 0; i < texts.size(); i++) {
      TableBlock.Cell cell = grid.cells().get(i);
      rows.get(cell.row())
          .add(
              new Cell(
                  texts.get(i),
                  Math.min(cell.rowSpan(), grid.rows() - cell.row()),
                  cell.columnSpan(),
                  Amounts.numeric(cell.text())));
    }
    return rows;
  }

  /** Whether there is nothing to read. */
  public boolean empty() {
    return parts.isEmpty();
  }
}
