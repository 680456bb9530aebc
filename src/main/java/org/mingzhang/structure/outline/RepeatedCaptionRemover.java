package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Removes captions that are repeated on every page because word processors repeat header rows: the
 * captions of a table that continues in the next grid, and of a table extracted as text, where
 * caption, unit and header recur together.
 */
final class RepeatedCaptionRemover {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RepeatedCaptionRemover.class);
  private static final Pattern CAPTION = PATTERNS.get("caption");
  private static final Pattern UNIT_LINE = PATTERNS.get("unit");
  private static final Pattern LABEL = PATTERNS.get("repeated-caption-remover-label");
  private static final int MAX_CAPTION_CELLS = 2;

  private RepeatedCaptionRemover() {}

  static List<Block> remove(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    Map<String, Integer> captions = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof TableBlock table) {
        captions.clear();
        boolean follows =
            i > 0 && !table.isRecognizedByOcr() && blocks.get(i - 1) instanceof TableBlock;
        kept.add(follows ? withoutRepeatedCaption((TableBlock) blocks.get(i - 1), table) : table);
        continue;
      }
      String line = lineText(blocks, i);
      if (line.indexOf('。') >= 0) {
        captions.clear();
      }
      if (CAPTION.matcher(line).matches() && UNIT_LINE.matcher(lineText(blocks, i + 1)).matches()) {
        Integer before = captions.put(line, i);
        if (before != null
            && haveSameText(blocks, before + 1, i + 1)
            && haveSameText(blocks, before + 2, i + 2)) {
          i++;
          continue;
        }
      }
      kept.add(blocks.get(i));
    }
    return kept;
  }

  private static boolean haveSameText(List<Block> blocks, int a, int b) {
    return lineText(blocks, a).equals(lineText(blocks, b)) && !lineText(blocks, b).isEmpty();
  }

  private static String lineText(List<Block> blocks, int index) {
    return index < blocks.size() && blocks.get(index) instanceof TextBlock text
        ? TypographicSpaceRemover.remove(text.text())
        : "";
  }

  /**
   * A table on a later page, without a caption and unit that repeat those of the preceding table.
   */
  private static TableBlock withoutRepeatedCaption(TableBlock before, TableBlock table) {
    if (table.page() <= before.page() || !CAPTION.matcher(rowText(table, 0)).matches()) {
      return table;
    }
    int repeated = 0;
    while (repeated < table.rows() - 1
        && countFilledCells(table, repeated) <= MAX_CAPTION_CELLS
        && (repeated == 0 || LABEL.matcher(rowText(table, repeated)).matches())
        && rowText(table, repeated).equals(rowText(before, repeated))) {
      repeated++;
    }
    int dropped = repeated;
    List<TableBlock.Cell> cells =
        table.cells().stream()
            .filter(cell -> cell.row() >= dropped)
            .map(
                cell ->
                    new TableBlock.Cell(
                        cell.row() - dropped,
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        cell.text()))
            .toList();
    return new TableBlock(
        table.page(), table.rows() - dropped, table.columns(), cells, table.edges());
  }

  private static long countFilledCells(TableBlock table, int row) {
    return table.cells().stream().filter(c -> c.row() == row && !c.text().isBlank()).count();
  }

  private static String rowText(TableBlock table, int row) {
    return TypographicSpaceRemover.remove(
        table.cells().stream()
            .filter(cell -> cell.row() == row)
            .map(TableBlock.Cell::text)
            .collect(Collectors.joining()));
  }
}
