package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;

/**
 * Locates the quotes of findings in the text of a section. White space is ignored, since a quote
 * from a table consists of cells separated by spaces. Each quote is located once, at its first
 * occurrence. A quote that begins with a title is also located by the text after the title. Pass
 * the texts in reading order. For use on one page; not thread-safe.
 */
public final class QuoteHighlighter {
  /**
   * A range of characters covered by one quote, or by several that overlap.
   *
   * @param start offset of the first character
   * @param end offset after the last character
   * @param quotes the quotes, sorted by position
   */
  record Range(int start, int end, List<QuotedText> quotes) {
    /** Makes an immutable copy of the list. */
    Range {
      quotes = List.copyOf(quotes);
    }

    /** The first boundary of the range after an offset, which must be before the range's end. */
    int nextBoundary(int offset) {
      return offset < start ? start : end;
    }
  }

  /**
   * Cells of a table that a quote covers.
   *
   * @param first index of the first cell among the table's cells
   * @param last index of the last cell, inclusive
   * @param quote the quote
   */
  public record QuotedCellRange(int first, int last, QuotedText quote) {}

  private static final int MIN_OVERLAP = 8;

  private final List<QuotedText> unlocatedQuotes;

  /** Creates a highlighter that looks for these quotes. */
  public QuoteHighlighter(List<QuotedText> quotes) {
    this.unlocatedQuotes = new ArrayList<>(quotes);
  }

  /**
   * Locates the quotes that have not been located yet in a paragraph. Overlapping quotes are merged
   * into one range.
   *
   * @return ranges sorted by position
   */
  public List<Range> locate(String text) {
    if (unlocatedQuotes.isEmpty()) {
      return List.of();
    }
    OffsetMappedText compact = OffsetMappedText.of(text);
    List<Range> found = new ArrayList<>();
    for (QuotedText quoted : List.copyOf(unlocatedQuotes)) {
      String words = removeWhitespace(quoted.quote());
      int length = words.length();
      int at = words.isEmpty() ? -1 : compact.text().indexOf(words);
      if (at < 0) {
        length = overlapAfterTitle(words, compact.text());
        at = length > 0 ? 0 : -1;
      }
      if (at >= 0) {
        unlocatedQuotes.remove(quoted);
        int end = compact.offsets().get(at + length - 1) + 1;
        found.add(new Range(compact.offsets().get(at), end, List.of(quoted)));
      }
    }
    return mergeRanges(found);
  }

  /**
   * Locates the quotes in a paragraph and adds the rows that were located in it. A row that
   * overlaps a quote only adds its anchor to the quote.
   *
   * @param part index of the paragraph in the body of its section
   * @return ranges sorted by position
   */
  public List<Range> locate(String text, RowAnchors rows, int part) {
    List<Range> all = new ArrayList<>(locate(text));
    for (Range row : mergeRanges(rows.findRanges(part))) {
      int at = indexOfOverlap(all, row);
      if (at < 0) {
        all.add(row);
      } else {
        List<QuotedText> both = new ArrayList<>(all.get(at).quotes());
        both.addAll(row.quotes());
        all.set(at, new Range(all.get(at).start(), all.get(at).end(), both));
      }
    }
    all.sort(Comparator.comparingInt(Range::start));
    return all;
  }

  private static int indexOfOverlap(List<Range> ranges, Range range) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).start() < range.end() && ranges.get(i).end() > range.start()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * If a quote begins with a title that is not in the text, returns the length of the rest of the
   * quote, with which the text begins; 0 if there is no rest of at least {@link #MIN_OVERLAP}
   * characters.
   */
  private static int overlapAfterTitle(String words, String text) {
    for (int from = 1; from <= words.length() - MIN_OVERLAP; from++) {
      if (text.startsWith(words.substring(from))) {
        return words.length() - from;
      }
    }
    return 0;
  }

  private static List<Range> mergeRanges(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::start));
    List<Range> merged = new ArrayList<>();
    for (Range range : sorted) {
      Range last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || range.start() >= last.end()) {
        merged.add(range);
      } else {
        List<QuotedText> both = new ArrayList<>(last.quotes());
        both.addAll(range.quotes());
        merged.set(
            merged.size() - 1, new Range(last.start(), Math.max(last.end(), range.end()), both));
      }
    }
    return merged;
  }

  /**
   * Locates the quotes that have not been located yet in a table. A quote covers whole cells of one
   * row, or is within one cell.
   */
  public List<QuotedCellRange> locate(TableBlock grid) {
    List<QuotedCellRange> found = new ArrayList<>();
    for (QuotedText quoted : List.copyOf(unlocatedQuotes)) {
      String words = removeWhitespace(quoted.quote());
      QuotedCellRange cells = words.isEmpty() ? null : findCells(grid.cells(), words, quoted);
      if (cells != null) {
        unlocatedQuotes.remove(quoted);
        found.add(cells);
      }
    }
    return found;
  }

  private static @Nullable QuotedCellRange findCells(
      List<TableBlock.Cell> cells, String words, QuotedText quote) {
    for (int first = 0; first < cells.size(); first++) {
      int matched = 0;
      for (int at = first; at < cells.size(); at++) {
        String text = removeWhitespace(cells.get(at).text());
        if (at == first && text.contains(words)) {
          return new QuotedCellRange(at, at, quote);
        }
        boolean sameRow = cells.get(at).row() == cells.get(first).row();
        if (!sameRow || (at == first && text.isEmpty()) || !words.startsWith(text, matched)) {
          break;
        }
        matched += text.length();
        if (matched == words.length()) {
          return new QuotedCellRange(first, at, quote);
        }
      }
    }
    return null;
  }

  /** The quotes that were not found in the texts so far. */
  public List<QuotedText> unlocatedQuotes() {
    return List.copyOf(unlocatedQuotes);
  }

  /** Removes all white space, including ideographic spaces. */
  public static String removeWhitespace(String text) {
    return OffsetMappedText.of(text).text();
  }
}
