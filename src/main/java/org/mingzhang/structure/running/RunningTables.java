package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Finds tables of figures in plain text whose cells only blanks and line ends part, and gives them
 * back as grids. A table is taken only where its own sums say in which column each amount stands;
 * else its lines stay as they are. Stateless.
 */
public final class RunningTables {
  /** The line above a table that names the unit of its amounts. */
  static final Pattern UNIT = Pattern.compile(".*单位[:：](?:万元|元).*");

  private RunningTables() {}

  /** The blocks, tables of figures among the lines being grids. */
  public static List<Block> restore(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    List<TextBlock> run = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof TextBlock text
          && text.kind() == TextBlock.Kind.LINE
          && text.layout() == null
          && !text.text().isBlank()) {
        run.add(text);
      } else {
        restore(run, result);
        run.clear();
        result.add(block);
      }
    }
    restore(run, result);
    return result;
  }

  private static void restore(List<TextBlock> run, List<Block> result) {
    List<RunningLine> lines = run.stream().map(RunningLine::of).toList();
    int at = 0;
    while (at < run.size()) {
      result.add(run.get(at));
      boolean unit = UNIT.matcher(lines.get(at).tight()).matches();
      RunningTable table = unit ? after(lines, at + 1) : null;
      at++;
      if (table != null) {
        result.add(table.grid(lines.get(table.from()).page()));
        at = table.to();
      }
    }
  }

  private static @Nullable RunningTable after(List<RunningLine> lines, int from) {
    RunningTable coded = new CodedRows(lines, from).read();
    RunningTable sided = coded != null ? coded : new TwoSidedRows(lines, from).read();
    RunningTable labelled = sided != null ? sided : new SidedLabels(lines, from).read();
    RunningTable economic = labelled != null ? labelled : new EconomicRows(lines, from).read();
    return economic != null ? economic : new PublicExpenses(lines, from).read();
  }
}
