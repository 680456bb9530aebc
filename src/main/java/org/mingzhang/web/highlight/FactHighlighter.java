package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.TableBlock;

/**
 * Marks the number of a fact in a section by its offsets. Pass each part of the section once, in
 * reading order. For use on one page; not thread-safe.
 */
public final class FactHighlighter {
  /**
   * The offsets of one occurrence of the fact's number.
   *
   * @param start offset of its first character in the section's text
   * @param end offset after its last character
   */
  private record Range(int start, int end) {}

  private final String anchor;
  private final List<Range> ranges;
  private int offset;
  private boolean marked;

  private FactHighlighter(String anchor, List<Range> ranges) {
    this.anchor = anchor;
    this.ranges = ranges;
  }

  /** Returns a highlighter that marks nothing. */
  public static FactHighlighter none() {
    return new FactHighlighter("", List.of());
  }

  /** Returns a highlighter for all occurrences of a fact in a section. */
  public static FactHighlighter of(Fact fact, String anchor, String section) {
    List<Range> ranges = new ArrayList<>();
    for (FactLocation location : fact.locations()) {
      if (location.section().equals(section) && location.end() > location.start()) {
        ranges.add(new Range(location.start(), location.end()));
      }
    }
    return new FactHighlighter(anchor, ranges);
  }

  /**
   * Splits the runs of the next paragraph so that each occurrence of the number is a run of its
   * own, and moves on to the next part. The first occurrence in the section gets the fact's anchor.
   *
   * @param text text of the paragraph
   */
  public List<MatchHighlighter.Run> highlightParagraph(
      List<MatchHighlighter.Run> runs, String text) {
    List<MatchHighlighter.Run> split = split(runs, offset);
    advance(text);
    return split;
  }

  /**
   * Splits the runs of each cell of the next table in the same way, and moves on to the next part.
   *
   * @param text text of the table as it is in the text of the section
   */
  public List<List<MatchHighlighter.Run>> highlightTable(
      List<List<MatchHighlighter.Run>> cells, TableBlock grid, String text) {
    if (ranges.isEmpty()) {
      return cells;
    }
    int[][] offsets = computeOffsets(grid);
    List<List<MatchHighlighter.Run>> split = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      TableBlock.Cell cell = grid.cells().get(i);
      split.add(split(cells.get(i), offset + offsets[cell.row()][cell.column()]));
    }
    advance(text);
    return split;
  }

  /**
   * Advances the offset by a part. The section's text has a line break between parts, but none
   * before the first part.
   */
  private void advance(String text) {
    offset += text.length() + (offset + text.length() > 0 ? 1 : 0);
  }

  /** Offset of each cell of a grid in the text of the table within the section. */
  private static int[][] computeOffsets(TableBlock grid) {
    int[][] offsets = new int[grid.rows()][grid.columns()];
    List<List<String>> rows = grid.grid();
    int length = 0;
    for (int r = 0; r < rows.size(); r++) {
      int column = length + (length > 0 ? 1 : 0);
      int row = column;
      for (int c = 0; c < rows.get(r).size(); c++) {
        offsets[r][c] = column;
        column += rows.get(r).get(c).replace("\n", "").length() + 1;
      }
      String line = String.join("\t", rows.get(r)).replace("\n", "").stripTrailing();
      length = row + line.length();
    }
    return offsets;
  }

  private List<MatchHighlighter.Run> split(List<MatchHighlighter.Run> runs, int start) {
    List<MatchHighlighter.Run> split = new ArrayList<>();
    int from = start;
    for (MatchHighlighter.Run run : runs) {
      int length = run.text().length();
      int done = 0;
      for (Range range = findFirstOverlap(from, from + length);
          range != null;
          range = findFirstOverlap(from + done, from + length)) {
        int first = Math.max(done, range.start() - from);
        int last = Math.min(length, range.end() - from);
        addPartOfRun(split, run, done, first);
        String id = marked ? (first == 0 ? run.id() : "") : anchor;
        split.add(new MatchHighlighter.Run(run.text().substring(first, last), true, id));
        marked = true;
        done = last;
      }
      addPartOfRun(split, run, done, length);
      from += length;
    }
    return split;
  }

  private static void addPartOfRun(
      List<MatchHighlighter.Run> split, MatchHighlighter.Run run, int from, int to) {
    if (from < to) {
      split.add(
          new MatchHighlighter.Run(
              run.text().substring(from, to), run.matched(), from == 0 ? run.id() : ""));
    }
  }

  /** The first occurrence that overlaps a range. */
  private @Nullable Range findFirstOverlap(int from, int end) {
    return ranges.stream()
        .filter(r -> r.start() < end && r.end() > from && from < end)
        .min(Comparator.comparingInt(Range::start))
        .orElse(null);
  }
}
