package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;

/**
 * Marks the number of a fact in a section by its offsets. Pass each part of the section once, in
 * reading order, with its offset. For use on one page; not thread-safe.
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
  private boolean anchorAssigned;

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
      if (location.sectionPath().equals(section) && location.end() > location.start()) {
        ranges.add(new Range(location.start(), location.end()));
      }
    }
    return new FactHighlighter(anchor, ranges);
  }

  /**
   * Splits the runs of the next paragraph so that each occurrence of the number is a run of its
   * own. The first occurrence in the section gets the fact's anchor.
   *
   * @param offset offset of the paragraph in the text of the section
   */
  public List<MatchHighlighter.Run> highlightParagraph(
      List<MatchHighlighter.Run> runs, int offset) {
    return split(runs, offset);
  }

  /**
   * Splits the runs of each cell of the next table so that each occurrence of the number is a run
   * of its own. The first occurrence in the section gets the fact's anchor.
   *
   * @param offset offset of the table in the text of the section
   */
  public List<List<MatchHighlighter.Run>> highlightTable(
      List<List<MatchHighlighter.Run>> cells, Section.TablePart table, int offset) {
    if (ranges.isEmpty()) {
      return cells;
    }
    List<Section.TableTextLine> lines = table.lines();
    List<List<Integer>> cellOffsets =
        table.grid().grid().stream().map(Section.TableTextLine::cellOffsets).toList();
    List<List<MatchHighlighter.Run>> split = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      TableBlock.Cell cell = table.grid().cells().get(i);
      int start = lines.get(cell.row()).offset() + cellOffsets.get(cell.row()).get(cell.column());
      split.add(split(cells.get(i), offset + start));
    }
    return split;
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
        String id = anchorAssigned ? (first == 0 ? run.id() : "") : anchor;
        split.add(new MatchHighlighter.Run(run.text().substring(first, last), true, id));
        anchorAssigned = true;
        done = last;
      }
      addPartOfRun(split, run, done, length);
      from += length;
    }
    return split;
  }

  private static void addPartOfRun(
      List<MatchHighlighter.Run> parts, MatchHighlighter.Run run, int from, int to) {
    if (from < to) {
      parts.add(
          new MatchHighlighter.Run(
              run.text().substring(from, to), run.matched(), from == 0 ? run.id() : ""));
    }
  }

  /** The first occurrence that overlaps a range; null if there is none. */
  private @Nullable Range findFirstOverlap(int from, int end) {
    return ranges.stream()
        .filter(r -> r.start() < end && r.end() > from && from < end)
        .min(Comparator.comparingInt(Range::start))
        .orElse(null);
  }
}
