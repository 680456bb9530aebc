package org.mingzhang.fuzz;

import static org.mingzhang.fuzz.FuzzTarget.promise;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.lattice.text.CopiedTableFinder;

/**
 * Tables and performance forms in copied text: fixed pitch, bars, tabs, a cell a line, no
 * separators. A form feed at the start of a line begins a page.
 */
final class TableTargets {
  private static final int MOST_LINES = 40;
  private static final int LONGEST_LINE = 400;

  private TableTargets() {}

  static void copies(byte[] input) {
    List<Block> lines = lines(FuzzInput.text(input));
    CopiedTableFinder.Result read = CopiedTableFinder.restoreTables(lines);
    for (Block block : read.blocks()) {
      if (block instanceof TableBlock table) {
        promise(table.rows() > 0 && table.columns() > 1, "a table has rows and columns");
        promise(
            table.cells().stream().anyMatch(cell -> !cell.text().isBlank()), "a table has text");
      }
    }
    promise(
        countCharacters(read.blocks()) <= countCharacters(lines),
        "no text is added to the lines outside tables");
    for (String warning : read.warnings()) {
      promise(warning.lines().count() == 1, "a warning is one line");
    }
  }

  /** Characters of lines of text that are no white space; a line may be split around a table. */
  private static long countCharacters(List<Block> blocks) {
    return blocks.stream()
        .filter(TextBlock.class::isInstance)
        .flatMapToInt(block -> ((TextBlock) block).text().chars())
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .count();
  }

  private static List<Block> lines(String text) {
    List<Block> lines = new ArrayList<>();
    int page = 1;
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      page += line.startsWith("\f") ? 1 : 0;
      String shown = line.strip();
      if (!shown.isEmpty()) {
        int indent = line.length() - line.stripLeading().length();
        lines.add(
            TextBlock.line(page, shown.substring(0, Math.min(LONGEST_LINE, shown.length())))
                .withIndent(indent));
      }
    }
    return lines;
  }
}
