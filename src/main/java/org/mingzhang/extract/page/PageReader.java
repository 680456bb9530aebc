package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;

/**
 * Reads a page's glyphs and rulings into lines of text and tables from top to bottom.
 *
 * <p>A glyph belongs to the cell that contains its center, whatever its baseline, since amounts of
 * one row may be at different heights and wrapped names are centered. Text in tables is not
 * repeated as lines. Columns of a page are read one after the other. Stateless; thread-safe.
 */
public final class PageReader {
  private final GridFinder finder = new GridFinder();
  private final LineAssembler assembler = new LineAssembler();

  /**
   * The blocks of a single page in reading order. For the pages of a file use {@link PageSequence},
   * which continues forms and tables.
   */
  public List<Block> readBlocks(PageContent page) {
    return read(page, BorderlessContinuation.NONE).blocks();
  }

  /**
   * Reads a page that follows another.
   *
   * @param previousPage form or table without ruling lines at the end of the page before; {@link
   *     BorderlessContinuation#NONE} if there is none
   */
  Result read(PageContent page, BorderlessContinuation previousPage) {
    List<PageContent> parts = PageColumnSplitter.split(page);
    if (parts.size() == 1) {
      return readPart(page, previousPage);
    }
    List<Block> blocks = new ArrayList<>();
    BorderlessContinuation end = previousPage;
    for (PageContent part : parts) {
      Result read = readPart(part, end);
      blocks.addAll(read.blocks());
      end = read.blocks().isEmpty() ? end : read.continuation();
    }
    return new Result(blocks, end);
  }

  /** Reads a page, or a part of it, whose lines run over its whole width. */
  private Result readPart(PageContent page, BorderlessContinuation previousPage) {
    List<CellGlyphAssigner> tables = findTables(page);
    List<Glyph> free = new ArrayList<>();
    for (Glyph glyph : page.glyphs()) {
      if (tables.stream().noneMatch(table -> table.addIfInside(glyph))) {
        free.add(glyph);
      }
    }
    List<PlacedBlock> placed = new ArrayList<>();
    for (CellGlyphAssigner table : tables) {
      List<String> texts = table.grid().isTable() ? table.joinCellTexts(assembler) : List.of();
      if (table.grid().isTable()
          && !ColumnOnlyGridDetector.hasColumnLinesOnly(table.grid(), texts)) {
        placed.add(
            new PlacedBlock(table.grid().top(), createBlock(table.grid(), texts, page.number())));
      } else {
        free.addAll(table.glyphs());
      }
    }
    BorderlessRegionReader lines =
        new BorderlessRegionReader(assembler.assembleLines(free), page, assembler);
    BorderlessContinuation end = lines.addBlocks(previousPage, placed);
    List<Block> blocks =
        placed.stream()
            .sorted(Comparator.comparingDouble(PlacedBlock::top))
            .map(PlacedBlock::block)
            .collect(Collectors.toList());
    return new Result(blocks, end);
  }

  /** The grids, smallest first, so that a glyph is assigned to the innermost. */
  private List<CellGlyphAssigner> findTables(PageContent page) {
    return finder.findGrids(page.rulings()).stream()
        .sorted(Comparator.comparingDouble(RuledGrid::sizeInSquarePoints))
        .map(CellGlyphAssigner::new)
        .toList();
  }

  private static TableBlock createBlock(RuledGrid grid, List<String> texts, int page) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      RuledGrid.CellArea area = grid.areas().get(i);
      cells.add(
          new TableBlock.Cell(
              area.row(), area.column(), area.rowSpan(), area.columnSpan(), texts.get(i)));
    }
    return new TableBlock(page, grid.rows(), grid.columns(), cells, grid.columnEdges());
  }

  /**
   * A block with its vertical position on the page.
   *
   * @param top its upper edge, or the middle of a line of text; in points
   */
  record PlacedBlock(float top, Block block) {}

  /**
   * The blocks of a page.
   *
   * @param blocks its blocks in reading order
   * @param continuation form or table that may continue on the next page
   */
  record Result(List<Block> blocks, BorderlessContinuation continuation) {}
}
