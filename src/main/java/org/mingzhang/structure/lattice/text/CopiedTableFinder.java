package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.pitch.FixedPitchTableFinder;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.PatternTable;

/**
 * Finds tables and performance forms in the lines of copied text and replaces them by grids. Text
 * that fits no schema is kept as text; if it contains a header, a warning is added. Stateless.
 */
public final class CopiedTableFinder {
  /**
   * Minimum length, in characters, of a line with names of indicator levels that is assumed to hold
   * a whole form.
   */
  private static final int MIN_FORM_LINE_LENGTH = 120;

  /** Maximum number of lines above a table on one line that may hold its caption and unit. */
  private static final int MAX_CAPTION_LINES = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CopiedTableFinder.class);
  private static final Pattern FORM_TITLES = PATTERNS.get("form");

  private static final Pattern ANNEX_NUMBER = PATTERNS.get("annex");

  private static final Pattern CAPTION_WITH_TITLES = PATTERNS.get("caption-with-titles");

  private static final Pattern AMOUNT = Pattern.compile("(?<= )[\\d,.]+(?= |$)");

  private static final String LOST_TITLES_WARNING =
      "The titles of a form's columns are lost; its numbers were taken for targets and points.";

  private CopiedTableFinder() {}

  /**
   * Blocks in which tables among the lines have been replaced by grids.
   *
   * @param blocks the blocks
   * @param warnings a sentence for each header whose rows could not be read
   */
  public record Result(List<Block> blocks, List<String> warnings) {}

  /** Replaces the tables among the lines of blocks by grids. */
  public static Result restoreTables(List<Block> blocks) {
    return restoreTables(blocks, CpuTimeBudget.unlimited());
  }

  /**
   * Replaces the tables among the lines of blocks by grids.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget is exhausted
   */
  public static Result restoreTables(List<Block> blocks, CpuTimeBudget budget) {
    List<Block> result = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<TextBlock> run = new ArrayList<>();
    BitSet cells = CellParagraphDetector.findCellParagraphs(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean line =
          block instanceof TextBlock text && (text.kind() == TextBlock.Kind.LINE || cells.get(i));
      if (line
          && block instanceof TextBlock text
          && (run.isEmpty() || isSameKindAsRun(run, text))) {
        run.add(text);
      } else if (line && block instanceof TextBlock text) {
        replaceTablesInRun(run, result, warnings, budget);
        run.clear();
        run.add(text);
      } else {
        replaceTablesInRun(run, result, warnings, budget);
        run.clear();
        result.addAll(
            block instanceof TableBlock table && RaggedGridReader.isRagged(table)
                ? RaggedGridReader.replaceTables(table, warnings, budget)
                : List.of(block));
      }
    }
    replaceTablesInRun(run, result, warnings, budget);
    return new Result(
        List.copyOf(ContinuedTableJoiner.join(result)), warnings.stream().distinct().toList());
  }

  /**
   * Whether a text has the same kind as the texts of a run and has a position if and only if they
   * have positions.
   */
  private static boolean isSameKindAsRun(List<TextBlock> run, TextBlock text) {
    return run.getLast().kind() == text.kind()
        && (run.getLast().layout() == null) == (text.layout() == null);
  }

  /**
   * Adds a run of consecutive text lines to the result, with its tables replaced by grids. Adds a
   * warning for each header in fixed pitch without readable rows, unless the run has a table.
   */
  private static void replaceTablesInRun(
      List<TextBlock> run, List<Block> result, List<String> warnings, CpuTimeBudget budget) {
    FixedPitchTableFinder.Result drawn =
        FixedPitchTableFinder.find(
            run.stream().map(RecognizedTextNormalizer::normalize).toList(), budget);
    int before = result.size();
    int copied = 0;
    for (TableMatch table : drawn.tables()) {
      replaceTablesUnlessPositioned(run.subList(copied, table.from()), result, warnings, budget);
      result.add(table.toBlock(run.get(table.from()).page()));
      copied = table.to();
    }
    replaceTablesUnlessPositioned(run.subList(copied, run.size()), result, warnings, budget);
    if (result.subList(before, result.size()).stream().noneMatch(TableBlock.class::isInstance)) {
      drawn
          .rejectedHeaders()
          .forEach(titles -> warnings.add(PerformanceFormFinder.describeUnreadForm(titles, false)));
    }
  }

  /** Replaces the tables among lines without positions on a page; lines with positions are kept. */
  private static void replaceTablesUnlessPositioned(
      List<TextBlock> run, List<Block> result, List<String> warnings, CpuTimeBudget budget) {
    if (run.isEmpty() || run.getFirst().layout() != null) {
      result.addAll(run);
      return;
    }
    List<String> lines = run.stream().map(TextBlock::text).toList();
    int from = 0;
    for (int at = 0; at < run.size(); at++) {
      TableMatch columns = ColumnListReader.readAt(lines, at);
      ListInLines list = columns == null ? NumberedListReader.readAt(lines, at) : null;
      if (list != null) {
        replaceTablesInPlainLines(run.subList(from, at), result, warnings, budget);
        result.addAll(list.toBlocks(run.get(at)));
        from = list.table().to();
        at = from - 1;
      } else if (columns != null) {
        replaceTablesInPlainLines(run.subList(from, at), result, warnings, budget);
        result.add(columns.toBlock(run.get(at).page()));
        from = columns.to();
        at = from - 1;
      }
    }
    replaceTablesInPlainLines(run.subList(from, run.size()), result, warnings, budget);
  }

  /**
   * Replaces the tables among lines in which the positions of characters give no evidence of
   * columns.
   */
  private static void replaceTablesInPlainLines(
      List<TextBlock> run, List<Block> result, List<String> warnings, CpuTimeBudget budget) {
    List<String> lines =
        StrayStrokeRemover.remove(
            run.stream().map(TextBlock::text).map(RecognizedTextNormalizer::normalize).toList());
    int at = 0;
    while (at < lines.size()) {
      ListInLines list = UnseparatedListFinder.read(lines.get(at));
      if (list != null) {
        result.addAll(list.toBlocks(run.get(at)));
        at++;
        continue;
      }
      List<Block> split = splitUnseparatedTable(run, lines, at, warnings, budget);
      if (!split.isEmpty()) {
        result.addAll(split);
        at++;
        continue;
      }
      Passage passage = readPassage(lines, at, budget);
      List<TextBlock> raw = run.subList(at, passage.end());
      List<Block> read =
          PassageTableReplacer.replaceTables(
              passage.chunks(), run, at, passage.end(), warnings, budget);
      boolean table = read.stream().anyMatch(TableBlock.class::isInstance);
      result.addAll(table || !passage.isUntitled() ? read : raw);
      if (table && passage.isUntitled()) {
        warnings.add(LOST_TITLES_WARNING);
      }
      at = passage.end();
    }
  }

  /**
   * The blocks of an account table on one line without separators, split into the lines of its
   * rows; empty if no table is read in them. The lines above may hold its caption and unit.
   */
  private static List<Block> splitUnseparatedTable(
      List<TextBlock> run,
      List<String> lines,
      int at,
      List<String> warnings,
      CpuTimeBudget budget) {
    List<String> split = UnseparatedTableSplitter.splitIntoLines(lines.get(at));
    if (split.isEmpty()) {
      return List.of();
    }
    int above = Math.min(at, MAX_CAPTION_LINES);
    List<TextBlock> whole = new ArrayList<>(run.subList(at - above, at));
    split.stream().map(run.get(at)::withText).forEach(whole::add);
    List<Block> read = new ArrayList<>();
    List<String> told = new ArrayList<>();
    replaceTablesInPlainLines(whole, read, told, budget);
    if (read.size() < above
        || !read.subList(0, above).equals(whole.subList(0, above))
        || read.stream().noneMatch(TableBlock.class::isInstance)) {
      return List.of();
    }
    warnings.addAll(told);
    return read.subList(above, read.size());
  }

  /**
   * Consecutive lines in one layout that are searched for tables together.
   *
   * @param chunks their chunks
   * @param end index after the last line
   * @param isUntitled whether they are rows whose titles are missing
   */
  private record Passage(ChunkSequence chunks, int end, boolean isUntitled) {
    Passage(ChunkSequence chunks, int end) {
      this(chunks, end, false);
    }
  }

  /** The lines from an index on that share one layout. */
  private static Passage readPassage(List<String> lines, int at, CpuTimeBudget budget) {
    String line = lines.get(at);
    int end = at + 1;
    if (startsPipeTable(lines, at)) {
      while (end < lines.size()
          && (PipeLines.hasPipe(lines.get(end))
              || (PipeChunkReader.isInsideWrappedCell(lines, end)
                  && !isCaptionBelowPipe(lines, end)))) {
        end++;
      }
      return new Passage(PipeChunkReader.split(lines.subList(at, end), at), end);
    }
    if (isTitleLine(lines, at)) {
      return new Passage(UnseparatedFormSplitter.split(line + lines.get(at + 1), at), at + 2);
    }
    int broken = UnseparatedFormDetector.endOfBrokenLines(lines, at);
    if (broken > at) {
      String joined = String.join("", lines.subList(at, broken));
      return new Passage(UnseparatedFormSplitter.split(joined, at), broken);
    }
    int rows = UnseparatedFormDetector.endOfRows(lines, at);
    if (rows > at) {
      return new Passage(UnseparatedFormSplitter.splitRows(lines.subList(at, rows), at), rows);
    }
    if (UnseparatedFormDetector.isUntitledForm(line)) {
      return new Passage(UnseparatedFormSplitter.splitWithImpliedTitles(line, at), end, true);
    }
    if (holdsWholeTable(line)) {
      boolean unseparated = UnseparatedFormDetector.isWholeForm(line);
      int parts = unseparated ? NumberedParts.findEnd(lines, at) : end;
      return new Passage(
          unseparated
              ? UnseparatedFormSplitter.split(NumberedParts.join(lines.subList(at, parts)), at)
              : LineChunkSplitter.splitLineOfWholeTables(
                  line, at, FORM_TITLES.matcher(line).find()),
          parts);
    }
    while (end < lines.size() && continuesPlainTable(lines, end)) {
      budget.throwIfExhausted();
      end++;
    }
    return new Passage(LineChunkSplitter.split(lines.subList(at, end), at), end);
  }

  /** Whether a line continues a passage of plain lines. */
  private static boolean continuesPlainTable(List<String> lines, int at) {
    String line = lines.get(at);
    return !startsPipeTable(lines, at)
        && !holdsWholeTable(line)
        && !isTitleLine(lines, at)
        && UnseparatedFormDetector.endOfRows(lines, at) == at
        && UnseparatedFormDetector.endOfBrokenLines(lines, at) == at
        && UnseparatedListFinder.read(line) == null
        && UnseparatedTableSplitter.splitIntoLines(line).isEmpty()
        && !UnseparatedFormDetector.isUntitledForm(line);
  }

  /** Whether a line begins a passage between bars. The bars may be on lines of their own. */
  private static boolean startsPipeTable(List<String> lines, int at) {
    return hasPipe(lines, at)
        ? !isStrayPipe(lines, at)
        : (hasPipe(lines, at + 1)
                && hasPipe(lines, at + 3)
                && LineText.isPageNumberOrStroke(lines.get(at + 1)))
            || IntStream.rangeClosed(at + 1, at + 3)
                .allMatch(i -> i < lines.size() && PipeLines.isCellAfterPipe(lines.get(i)));
  }

  /**
   * Whether a line without bars is the caption of the next table and so ends the rows above it.
   * Between two lines that are bars alone, it is a cell.
   */
  private static boolean isCaptionBelowPipe(List<String> lines, int at) {
    String above = lines.get(at - 1).strip();
    String line = lines.get(at).strip();
    boolean cell = PipeLines.isLoneBar(above) && hasPipe(lines, at + 1);
    return !cell
        && (above.endsWith("|") || above.endsWith("｜"))
        && (AccountBodyFinder.isCaption(line) || ANNEX_NUMBER.matcher(line).matches());
  }

  /**
   * Whether a line is a single bar that is not near other lines with bars and so separates nothing.
   */
  private static boolean isStrayPipe(List<String> lines, int at) {
    return LineText.isPageNumberOrStroke(lines.get(at))
        && !hasPipe(lines, at - 2)
        && !hasPipe(lines, at - 1)
        && !hasPipe(lines, at + 1)
        && !hasPipe(lines, at + 2);
  }

  private static boolean hasPipe(List<String> lines, int at) {
    return at >= 0 && at < lines.size() && PipeLines.hasPipe(lines.get(at));
  }

  private static boolean isTitleLine(List<String> lines, int at) {
    return at + 1 < lines.size()
        && UnseparatedFormDetector.hasTitlesAboveRows(lines.get(at), lines.get(at + 1));
  }

  private static boolean holdsWholeTable(String line) {
    return (line.length() >= MIN_FORM_LINE_LENGTH && FORM_TITLES.matcher(line).find())
        || (CAPTION_WITH_TITLES.matcher(line).find()
            && AMOUNT.matcher(line).results().limit(3).count() == 3);
  }
}
