package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.CpuTimeBudget;

/** One pass over a passage that replaces the tables it finds by grids and keeps all other lines. */
final class PassageTableReplacer {
  private final ChunkSequence passage;

  /** Indexes in {@link #run} of the lines that are not rows and not yet among the blocks. */
  private final NavigableSet<Integer> nonRows;

  private final List<TextBlock> run;
  private final int firstLine;
  private final int endLine;
  private final boolean formsOnly;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * The blocks of a passage with the tables found in it. If bars seem to show rows but no table is
   * found in them, the passage is searched for forms again, and the lattice determines the rows. If
   * titles and names of levels are broken over lines, and more tables are found after they are
   * restored, those are the tables.
   *
   * @param run the lines to which the line indexes of the chunks refer
   * @param at index in {@code run} of the first line of the passage
   * @param end index in {@code run} after its last line
   * @param warnings receives a sentence for each header whose rows could not be read
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget is exhausted
   */
  static List<Block> replaceTables(
      ChunkSequence passage,
      List<TextBlock> run,
      int at,
      int end,
      List<String> warnings,
      CpuTimeBudget budget) {
    List<String> told = new ArrayList<>();
    List<Block> read = new PassageTableReplacer(passage, run, at, end).replaceTables(told, budget);
    if (passage.layout() == TextTableLayout.PIPE_SEPARATED
        && read.stream().noneMatch(TableBlock.class::isInstance)) {
      List<String> lines =
          run.subList(at, end).stream()
              .map(TextBlock::text)
              .map(RecognizedTextNormalizer::normalize)
              .toList();
      ChunkSequence cells = PipeChunkReader.splitWithoutRows(lines, at);
      List<String> others = new ArrayList<>();
      List<Block> again =
          PassageTableReplacer.ofForms(cells, run, at, end).replaceTables(others, budget);
      if (again.stream().anyMatch(TableBlock.class::isInstance)) {
        warnings.addAll(others);
        return again;
      }
    }
    if (passage.layout() == TextTableLayout.ROWS) {
      List<Block> again = replaceTablesWithWrappedLevels(read, run, at, end, budget);
      if (!again.isEmpty()) {
        return again;
      }
    }
    warnings.addAll(told);
    return read;
  }

  /**
   * The blocks of a passage whose broken titles and names of levels are restored first; empty if
   * none are broken, or if no more tables are found in it than before.
   */
  private static List<Block> replaceTablesWithWrappedLevels(
      List<Block> read, List<TextBlock> run, int at, int end, CpuTimeBudget budget) {
    List<String> lines =
        run.subList(at, end).stream()
            .map(TextBlock::text)
            .map(RecognizedTextNormalizer::normalize)
            .toList();
    List<String> restored = WrappedLevelRestorer.restore(lines);
    if (restored == null) {
      return List.of();
    }
    ChunkSequence chunks = LineChunkSplitter.split(restored, at);
    List<Block> again =
        new PassageTableReplacer(chunks, run, at, end).replaceTables(new ArrayList<>(), budget);
    return countTables(again) > countTables(read) ? again : List.of();
  }

  private static long countTables(List<Block> blocks) {
    return blocks.stream().filter(TableBlock.class::isInstance).count();
  }

  /**
   * Creates a pass that looks for tables of all kinds.
   *
   * @param run the lines to which the line indexes of the chunks refer
   * @param firstLine index in {@code run} of the first line of the passage
   * @param endLine index in {@code run} after its last line
   */
  PassageTableReplacer(ChunkSequence passage, List<TextBlock> run, int firstLine, int endLine) {
    this(passage, run, firstLine, endLine, false);
  }

  private PassageTableReplacer(
      ChunkSequence passage, List<TextBlock> run, int firstLine, int endLine, boolean formsOnly) {
    this.formsOnly = formsOnly;
    this.nonRows = NonRowLineFilter.findLines(passage);
    this.passage = passage.withoutLines(nonRows);
    this.run = run;
    this.firstLine = firstLine;
    this.endLine = endLine;
  }

  /**
   * Creates a pass that looks only for performance forms, whose rows are recognized by the names of
   * levels.
   */
  static PassageTableReplacer ofForms(
      ChunkSequence passage, List<TextBlock> run, int firstLine, int endLine) {
    return new PassageTableReplacer(passage, run, firstLine, endLine, true);
  }

  /**
   * Returns the lines of the passage with tables replaced by grids; the unchanged lines if there
   * are none. May be called once.
   *
   * @param warnings receives a sentence for each header whose rows could not be read
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget is exhausted
   */
  List<Block> replaceTables(List<String> warnings, CpuTimeBudget budget) {
    int copied = 0;
    int at = 0;
    boolean any = false;
    while (at < passage.size()) {
      budget.throwIfExhausted();
      TableMatch found = findTableAt(at, warnings);
      if (found == null) {
        at++;
        continue;
      }
      addText(copied, found.from());
      blocks.add(found.toBlock(run.get(passage.chunk(found.from()).line()).page()));
      addNonRowsAbove(passage.chunk(found.to() - 1).line(), true);
      at = found.to();
      copied = at;
      any = true;
    }
    if (!any) {
      return List.copyOf(run.subList(firstLine, endLine));
    }
    addText(copied, passage.size());
    addNonRowsAbove(endLine, false);
    return blocks;
  }

  /**
   * Adds the lines above a line that are not rows and not yet among the blocks. Of those inside a
   * table, the notes are added below it; page numbers and strokes are dropped.
   */
  private void addNonRowsAbove(int line, boolean insideTable) {
    while (!nonRows.isEmpty() && nonRows.first() < line) {
      TextBlock text = run.get(nonRows.removeFirst());
      if (!insideTable || !NonRowLineFilter.isPageNumberOrStroke(text.text())) {
        blocks.add(text);
      }
    }
  }

  private @Nullable TableMatch findTableAt(int at, List<String> warnings) {
    TableMatch fund = FundingRowFinder.find(passage, at);
    if (fund != null) {
      return fund;
    }
    TableMatch form = PerformanceFormFinder.find(passage, at, warnings);
    return form != null || formsOnly ? form : AccountTableFinder.find(passage, at);
  }

  /**
   * Adds the lines of chunks that belong to no table. Lines that are complete are added unchanged.
   */
  private void addText(int from, int to) {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && passage.chunk(end).line() == passage.chunk(at).line()) {
        end++;
      }
      addNonRowsAbove(passage.chunk(at).line(), false);
      TextBlock line = run.get(passage.chunk(at).line());
      boolean whole =
          CopiedTableFinder.isPlainLayout(passage.layout())
              && (at == 0 || passage.chunk(at - 1).line() != passage.chunk(at).line())
              && (end == passage.size() || passage.chunk(end).line() != passage.chunk(at).line());
      blocks.add(whole ? line : line.withText(joinChunks(at, end)));
      at = end;
    }
  }

  private String joinChunks(int from, int to) {
    StringBuilder text = new StringBuilder();
    boolean unseparated = passage.layout().hasNoSeparators();
    for (int i = from; i < to; i++) {
      text.append(i > from && !unseparated ? " " : "").append(passage.chunk(i).text());
    }
    return text.toString();
  }
}
