package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;

/**
 * A page's glyphs and rulings to lines of text and tables, from top to bottom.
 *
 * <p>A glyph belongs to the cell that holds its middle, whatever its baseline: amounts of one row
 * stand on different heights and wrapped names are centred. Text of a table does not come again as
 * lines. Without state; safe on many threads.
 */
public final class PageReader {
  private final GridFinder finder = new GridFinder();
  private final LineAssembler assembler = new LineAssembler();

  /** The blocks of a page in reading order. */
  public List<Block> blocks(PageContent page) {
    List<CellText> tables = tables(page);
    List<Glyph> free = new ArrayList<>();
    for (Glyph glyph : page.glyphs()) {
      if (tables.stream().noneMatch(table -> table.add(glyph))) {
        free.add(glyph);
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (CellText table : tables) {
      if (table.grid().isTable()) {
        placed.add(new Placed(table.grid().top(), block(table, page.number())));
      } else {
        free.addAll(table.glyphs());
      }
    }
    addFree(assembler.lines(free), page, placed);
    return placed.stream()
        .sorted(Comparator.comparingDouble(Placed::top))
        .map(Placed::block)
        .collect(Collectors.toList());
  }

  /** Lines that stand in no grid; runs of them may be forms or tables without ruling lines. */
  private void addFree(List<TextLine> lines, PageContent page, List<Placed> placed) {
    OpenForms forms = new OpenForms(lines);
    RowRules rules = new RowRules(page.rulings());
    int at = 0;
    for (OpenForms.Span span = forms.next(0); span != null; span = forms.next(span.to())) {
      OpenForm form =
          new OpenForm(
              lines.subList(span.from(), span.body()),
              lines.subList(span.body(), span.to()),
              span.gap(),
              assembler,
              rules);
      if (form.isForm()) {
        addTables(lines.subList(at, span.from()), page, rules, placed);
        placed.add(new Placed(lines.get(span.from()).top(), form.block(page.number())));
        at = span.to();
      }
    }
    addTables(lines.subList(at, lines.size()), page, rules, placed);
  }

  private void addTables(
      List<TextLine> lines, PageContent page, RowRules rules, List<Placed> placed) {
    int at = 0;
    for (OpenTables.Span span : new OpenTables(lines).find()) {
      List<TextLine> header = lines.subList(span.from(), span.body());
      List<TextLine> body = lines.subList(span.body(), span.to());
      OpenTable table = new OpenTable(header, body, span.gap(), assembler, rules);
      if (table.isTable()) {
        addLines(lines.subList(at, span.from()), page, placed);
        placed.add(new Placed(lines.get(span.from()).top(), table.block(page.number())));
        at = span.to();
      }
    }
    addLines(lines.subList(at, lines.size()), page, placed);
  }

  private static void addLines(List<TextLine> lines, PageContent page, List<Placed> placed) {
    for (TextLine line : lines) {
      placed.add(new Placed((line.top() + line.bottom()) / 2, line.block(page)));
    }
  }

  /** The grids, smallest first, so that a glyph finds the innermost. */
  private List<CellText> tables(PageContent page) {
    return finder.grids(page.rulings()).stream()
        .sorted(Comparator.comparingDouble(TableGrid::size))
        .map(CellText::new)
        .toList();
  }

  private TableBlock block(CellText table, int page) {
    TableGrid grid = table.grid();
    List<String> texts = table.texts(assembler);
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      TableGrid.Area area = grid.areas().get(i);
      cells.add(
          new TableBlock.Cell(
              area.row(), area.column(), area.rowSpan(), area.columnSpan(), texts.get(i)));
    }
    return new TableBlock(page, grid.rows(), grid.columns(), cells, grid.edges());
  }

  private record Placed(float top, Block block) {}
}
