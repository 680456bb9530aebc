package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    List<Table> tables = tables(page);
    List<Glyph> free = new ArrayList<>();
    for (Glyph glyph : page.glyphs()) {
      Table holder = holder(tables, glyph);
      if (holder == null) {
        free.add(glyph);
      } else {
        holder.add(glyph);
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (Table table : tables) {
      if (table.grid.isTable()) {
        placed.add(new Placed(table.grid.top(), table.block(page.number(), assembler)));
      } else {
        free.addAll(table.glyphs());
      }
    }
    for (TextLine line : assembler.lines(free)) {
      placed.add(new Placed((line.top() + line.bottom()) / 2, line.block(page)));
    }
    return placed.stream()
        .sorted(Comparator.comparingDouble(Placed::top))
        .map(Placed::block)
        .collect(Collectors.toList());
  }

  /** The grids, smallest first, so that a glyph finds the innermost. */
  private List<Table> tables(PageContent page) {
    return finder.grids(page.rulings()).stream()
        .sorted(Comparator.comparingDouble(TableGrid::size))
        .map(Table::new)
        .collect(Collectors.toList());
  }

  private static @Nullable Table holder(List<Table> tables, Glyph glyph) {
    for (Table table : tables) {
      if (table.grid.areaAt(glyph.centerX(), glyph.centerY()) != null) {
        return table;
      }
    }
    return null;
  }

  private record Placed(float top, Block block) {}

  /** A grid that is being filled. */
  private static final class Table {
    private final TableGrid grid;
    private final Map<Integer, List<Glyph>> byArea = new HashMap<>();

    Table(TableGrid grid) {
      this.grid = grid;
    }

    void add(Glyph glyph) {
      Integer area = grid.areaAt(glyph.centerX(), glyph.centerY());
      byArea.computeIfAbsent(area == null ? 0 : area, key -> new ArrayList<>()).add(glyph);
    }

    List<Glyph> glyphs() {
      return byArea.values().stream().flatMap(List::stream).toList();
    }

    TableBlock block(int page, LineAssembler assembler) {
      List<TableBlock.Cell> cells = new ArrayList<>();
      for (int i = 0; i < grid.areas().size(); i++) {
        TableGrid.Area area = grid.areas().get(i);
        String text =
            assembler.lines(byArea.getOrDefault(i, List.of())).stream()
                .map(TextLine::text)
                .collect(Collectors.joining("\n"));
        cells.add(
            new TableBlock.Cell(
                area.row(), area.column(), area.rowSpan(), area.columnSpan(), text));
      }
      return new TableBlock(page, grid.rows(), grid.columns(), cells);
    }
  }
}
