package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.text.PatternTable;

/**
 * Finds account tables in plain lines and replaces them by grids. A table is accepted only if its
 * own sums determine the column of each amount; otherwise its lines stay text. Stateless.
 */
public final class FlatTableFinder {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FlatTableFinder.class);
  static final Pattern NON_TABLE_LINE = PATTERNS.get("no-row");

  private FlatTableFinder() {}

  /**
   * Returns the blocks with account tables in lines without positions replaced by grids. A table is
   * looked for only below a line with its unit.
   */
  public static List<Block> restoreTables(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    List<TextBlock> run = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof TextBlock text
          && text.kind() == TextBlock.Kind.LINE
          && text.layout() == null
          && !FlatTableLine.isBlank(text.text())) {
        run.add(text);
      } else {
        restoreTables(run, result);
        run.clear();
        result.add(block);
      }
    }
    restoreTables(run, result);
    return result;
  }

  private static void restoreTables(List<TextBlock> run, List<Block> result) {
    List<FlatTableLine> lines = run.stream().map(FlatTableLine::split).toList();
    int at = 0;
    while (at < run.size()) {
      result.add(run.get(at));
      boolean unit = FlatTableHeader.UNIT.matcher(lines.get(at).unspacedText()).matches();
      TableMatch table = unit ? find(lines, at + 1) : null;
      at++;
      if (table != null) {
        result.add(table.toBlock(lines.get(table.from()).page()));
        at = table.to();
      }
    }
  }

  /**
   * Finds the table whose header starts at a line, by the first reader that accepts it; null if
   * none does.
   */
  private static @Nullable TableMatch find(List<FlatTableLine> lines, int from) {
    return Stream.<Supplier<@Nullable TableMatch>>of(
            () -> new CodeTableReader(lines, from).read(),
            () -> new NumberedTwoSidedReader(lines, from).read(),
            () -> new UnnumberedTwoSidedTableReader(lines, from).read())
        .map(Supplier::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
