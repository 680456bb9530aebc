package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.lattice.Layout;
import org.mingzhang.text.WorkBudget;

/**
 * Finds tables and performance forms in the lines of copied text and gives them back as grids. What
 * fits no schema stays text, and a sentence of the warnings says so where a header was found.
 * Stateless.
 */
public final class LatticeTables {
  /** A line so long that names the levels of a form holds the whole form. */
  private static final int LONG_LINE = 120;

  private static final Pattern FORM = Pattern.compile("[一二]级\\s*(?:绩效)?\\s*指标");

  /** A caption and the first title of a header on one line, behind which its rows stand too. */
  private static final Pattern RUNNING =
      Pattern.compile(
          "\\S{4,40}表(?:[（(]\\S{1,12}[）)])? +(?:单位[:：]\\S+"
              + " +)?(?:\\p{IsHan}{1,12}(?:[（(]\\S{1,8}[）)])? +){2,}");

  private static final Pattern AMOUNTS = Pattern.compile("(?<= )[\\d,.]+(?= |$)");

  private static final String UNTITLED =
      "The titles of a form's columns are lost; its numbers were taken for targets and points.";

  private LatticeTables() {}

  /**
   * Blocks with the tables among their lines as grids.
   *
   * @param blocks the blocks
   * @param warnings a sentence for each header below which nothing could be read
   */
  public record Result(List<Block> blocks, List<String> warnings) {}

  /** Restores the tables among the lines of blocks. */
  public static Result restore(List<Block> blocks) {
    return restore(blocks, WorkBudget.unlimited());
  }

  /**
   * Restores the tables among the lines of blocks.
   *
   * @throws WorkBudget.Exhausted if the time is over
   */
  public static Result restore(List<Block> blocks, WorkBudget budget) {
    List<Block> result = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<TextBlock> run = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof TextBlock text
          && text.kind() == TextBlock.Kind.LINE
          && text.layout() == null) {
        run.add(text);
      } else {
        run(run, result, warnings, budget);
        run.clear();
        result.addAll(
            block instanceof TableBlock table && RaggedGrid.is(table)
                ? ragged(table, warnings, budget)
                : List.of(block));
      }
    }
    run(run, result, warnings, budget);
    return new Result(List.copyOf(result), warnings.stream().distinct().toList());
  }

  private static void run(
      List<TextBlock> run, List<Block> result, List<String> warnings, WorkBudget budget) {
    List<String> lines = run.stream().map(TextBlock::text).toList();
    int at = 0;
    while (at < lines.size()) {
      int end = at + 1;
      LineGroup passage;
      if (BarChunks.bars(lines.get(at))) {
        while (end < lines.size()
            && (BarChunks.bars(lines.get(end)) || BarChunks.wrapped(lines, end))) {
          end++;
        }
        passage = BarChunks.of(lines.subList(at, end), at);
      } else if (GluedChunks.endOfRows(lines, at) > at && !heads(lines, at)) {
        end = GluedChunks.endOfRows(lines, at);
        passage = GluedChunks.ofRows(lines.subList(at, end), at);
      } else if (heads(lines, at)) {
        end = at + 2;
        passage = GluedChunks.of(lines.get(at) + lines.get(at + 1), at);
      } else if (GluedChunks.untitled(lines.get(at))) {
        passage = GluedChunks.withTitles(lines.get(at), at);
        List<Block> read = new PassageScan(passage, run, at, end).blocks(warnings, budget);
        boolean table = read.stream().anyMatch(TableBlock.class::isInstance);
        result.addAll(table ? read : run.subList(at, end));
        if (table) {
          warnings.add(UNTITLED);
        }
        at = end;
        continue;
      } else if (whole(lines.get(at))) {
        String line = lines.get(at);
        passage =
            GluedChunks.glued(line)
                ? GluedChunks.of(line, at)
                : LineChunks.running(line, at, FORM.matcher(line).find());
      } else {
        while (end < lines.size()
            && !BarChunks.bars(lines.get(end))
            && !whole(lines.get(end))
            && !heads(lines, end)
            && GluedChunks.endOfRows(lines, end) == end
            && !GluedChunks.untitled(lines.get(end))) {
          end++;
        }
        passage = LineChunks.of(lines.subList(at, end), at);
      }
      result.addAll(new PassageScan(passage, run, at, end).blocks(warnings, budget));
      at = end;
    }
  }

  /** The tables of a ragged grid, its other rows as lines; the grid where none is found. */
  private static List<Block> ragged(TableBlock table, List<String> warnings, WorkBudget budget) {
    List<TextBlock> lines = RaggedGrid.lines(table);
    LineGroup passage = RaggedGrid.chunks(table, 0);
    List<String> told = new ArrayList<>();
    List<Block> read = new PassageScan(passage, lines, 0, lines.size()).blocks(told, budget);
    if (read.stream().noneMatch(TableBlock.class::isInstance)) {
      return List.of(table);
    }
    warnings.addAll(told);
    return read;
  }

  private static boolean heads(List<String> lines, int at) {
    return at + 1 < lines.size() && GluedChunks.headsRows(lines.get(at), lines.get(at + 1));
  }

  private static boolean whole(String line) {
    return (line.length() >= LONG_LINE && FORM.matcher(line).find())
        || (RUNNING.matcher(line).find() && AMOUNTS.matcher(line).results().limit(3).count() == 3);
  }

  static boolean plain(Layout layout) {
    return layout == Layout.ROWS || layout == Layout.STACKED;
  }
}
