package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Stream;
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
  private final NavigableSet<Integer> pendingNonRowLines;

  private final List<TextBlock> run;
  private final int firstLine;
  private final int endLine;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * The blocks of a passage with the tables found in it. If the rows that its bars seem to show
   * give a table of one row at most, or each line has one cell, the passage is read again without
   * the bars, and the lattice determines the rows; if titles and names of levels are broken over
   * lines, it is read again with the broken titles and names restored. {@link #isBetterReading}
   * decides between the readings.
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
    List<String> readWarnings = new ArrayList<>();
    List<Block> read =
        new PassageTableReplacer(passage, run, at, end).replaceTables(readWarnings, budget);
    ChunkSequence other = splitInOtherWay(passage, read, run.subList(at, end), at);
    if (other != null) {
      List<String> secondReadWarnings = new ArrayList<>();
      List<Block> again =
          new PassageTableReplacer(other, run, at, end).replaceTables(secondReadWarnings, budget);
      if (isBetterReading(passage, again, read)) {
        warnings.addAll(secondReadWarnings);
        return again;
      }
    }
    warnings.addAll(readWarnings);
    return read;
  }

  /**
   * The lines of a passage split in another way that its layout allows; null if there is no other
   * way, or if the first reading needs no alternative.
   *
   * @param read the blocks of the passage as split before
   * @param firstLine index of the first line
   */
  private static @Nullable ChunkSequence splitInOtherWay(
      ChunkSequence passage, List<Block> read, List<TextBlock> texts, int firstLine) {
    List<String> lines =
        StrayStrokeRemover.remove(
            texts.stream().map(TextBlock::text).map(RecognizedTextNormalizer::normalize).toList());
    return switch (passage.layout()) {
      case PIPE_SEPARATED ->
          countRows(read) > 1 && !PipeLines.areCellsOnLinesOfTheirOwn(lines)
              ? null
              : PipeChunkReader.splitWithoutRows(lines, firstLine);
      case ROW_PER_LINE -> {
        List<String> restored = WrappedLevelRestorer.restore(lines);
        yield restored == null ? null : LineChunkSplitter.split(restored, firstLine);
      }
      default -> null;
    };
  }

  /** The number of rows of all tables, without their headers. */
  private static int countRows(List<Block> blocks) {
    return blocks.stream()
        .mapToInt(block -> block instanceof TableBlock table ? table.grid().size() - 1 : 0)
        .sum();
  }

  /**
   * Whether the second reading of a passage is used: it has more rows or, where bars seemed to show
   * the rows of the first reading, the second joins some of these rows.
   */
  private static boolean isBetterReading(
      ChunkSequence passage, List<Block> again, List<Block> read) {
    return (passage.layout() == TextTableLayout.PIPE_SEPARATED && countRows(read) > 1)
        ? joinsRows(again, read)
        : countRows(again) > countRows(read);
  }

  /**
   * Whether both readings have one table, and that of {@code joined} differs from that of {@code
   * split} only in having joined some pairs of consecutive rows. Rows can be joined if the cells of
   * the second are to the right of those of the first.
   */
  private static boolean joinsRows(List<Block> joined, List<Block> split) {
    List<List<List<String>>> grids =
        Stream.of(joined, split).flatMap(PassageTableReplacer::grids).toList();
    if (grids.size() != 2 || grids.getFirst().size() >= grids.getLast().size()) {
      return false;
    }
    List<List<String>> rows = grids.getLast();
    int at = 1;
    for (List<String> row : grids.getFirst().subList(1, grids.getFirst().size())) {
      if (at < rows.size() && row.equals(rows.get(at))) {
        at++;
      } else if (at + 1 < rows.size() && row.equals(joinRows(rows.get(at), rows.get(at + 1)))) {
        at += 2;
      } else {
        return false;
      }
    }
    return at == rows.size();
  }

  private static Stream<List<List<String>>> grids(List<Block> blocks) {
    return blocks.stream().filter(TableBlock.class::isInstance).map(b -> ((TableBlock) b).grid());
  }

  /** The cells of both rows; empty if a cell of the second is not to the right of the first. */
  private static List<String> joinRows(List<String> first, List<String> second) {
    int end = first.size();
    while (end > 0 && first.get(end - 1).isEmpty()) {
      end--;
    }
    if (second.subList(0, Math.min(end, second.size())).stream().anyMatch(c -> !c.isEmpty())) {
      return List.of();
    }
    List<String> row = new ArrayList<>(first.subList(0, end));
    row.addAll(second.subList(Math.min(end, second.size()), second.size()));
    return row;
  }

  /**
   * Creates a pass over a passage.
   *
   * @param run the lines to which the line indexes of the chunks refer
   * @param firstLine index in {@code run} of the first line of the passage
   * @param endLine index in {@code run} after its last line
   */
  PassageTableReplacer(ChunkSequence passage, List<TextBlock> run, int firstLine, int endLine) {
    this.pendingNonRowLines = NonRowLineFilter.findNonRowLines(passage);
    this.passage = passage.withoutLines(pendingNonRowLines);
    this.run = run;
    this.firstLine = firstLine;
    this.endLine = endLine;
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
   * Adds the lines above a line that are not rows and not yet among the blocks. Inside a table,
   * only notes are added, below the table; page numbers and strokes are dropped.
   */
  private void addNonRowsAbove(int line, boolean insideTable) {
    while (!pendingNonRowLines.isEmpty() && pendingNonRowLines.first() < line) {
      TextBlock text = run.get(pendingNonRowLines.removeFirst());
      if (!insideTable || !LineText.isPageNumberOrStroke(text.text())) {
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
    return form != null ? form : AccountTableFinder.find(passage, at);
  }

  /**
   * Adds the lines of a range of chunks that belongs to no table. A line is added unchanged if the
   * range contains all of its chunks and the layout has one row or cell per line; otherwise its
   * chunks are joined.
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
          passage.layout().hasRowOrCellPerLine()
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
