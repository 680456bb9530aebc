package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;

/**
 * Finds the quotes of findings in the text they were taken from. White space does not count, since
 * a quote of a table is its cells with spaces between. Each quote is found once, where it stands
 * first, or from where the title that it begins with ends; one that is not found stays beside the
 * section alone. For one page, not thread-safe.
 */
public final class QuoteLocator {
  /**
   * Characters that quotes cover, several where they overlap.
   *
   * @param start first character
   * @param end one past the last
   * @param quoted the quotes, the first of them first
   */
  record Range(int start, int end, List<QuotedText> quoted) {
    /** Copies the list. */
    Range {
      quoted = List.copyOf(quoted);
    }

    /** Where it next begins or ends, seen from a place before its end. */
    int border(int at) {
      return at < start ? start : end;
    }
  }

  /** Cells of a table, by their places among its cells. */
  public record Cells(int first, int last, QuotedText quoted) {}

  private static final int LEAST_BEHIND_TITLE = 8;

  private final List<QuotedText> left;

  public QuoteLocator(List<QuotedText> quoted) {
    this.left = new ArrayList<>(quoted);
  }

  /** The quotes in a paragraph, from left to right, none overlapping another. */
  public List<Range> locate(String text) {
    if (left.isEmpty()) {
      return List.of();
    }
    CompactText compact = CompactText.of(text);
    List<Range> found = new ArrayList<>();
    for (QuotedText quoted : List.copyOf(left)) {
      String words = withoutWhitespace(quoted.quote());
      int length = words.length();
      int at = words.isEmpty() ? -1 : compact.text().indexOf(words);
      if (at < 0) {
        length = overlapAfterTitle(words, compact.text());
        at = length > 0 ? 0 : -1;
      }
      if (at >= 0) {
        left.remove(quoted);
        int end = compact.places().get(at + length - 1) + 1;
        found.add(new Range(compact.places().get(at), end, List.of(quoted)));
      }
    }
    found.sort(Comparator.comparingInt(Range::start));
    return merged(found);
  }

  /** How much of a text that runs on from its title a quote has that begins with the title. */
  private static int overlapAfterTitle(String words, String text) {
    for (int from = 1; from <= words.length() - LEAST_BEHIND_TITLE; from++) {
      if (text.startsWith(words.substring(from))) {
        return words.length() - from;
      }
    }
    return 0;
  }

  private static List<Range> merged(List<Range> sorted) {
    List<Range> merged = new ArrayList<>();
    for (Range range : sorted) {
      Range last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || range.start() >= last.end()) {
        merged.add(range);
      } else {
        List<QuotedText> both = new ArrayList<>(last.quoted());
        both.addAll(range.quoted());
        merged.set(
            merged.size() - 1, new Range(last.start(), Math.max(last.end(), range.end()), both));
      }
    }
    return merged;
  }

  /** The quotes in a table: whole cells of one row, or one cell that holds the words. */
  public List<Cells> locate(TableBlock grid) {
    List<Cells> found = new ArrayList<>();
    for (QuotedText quoted : List.copyOf(left)) {
      String words = withoutWhitespace(quoted.quote());
      Cells cells = words.isEmpty() ? null : cells(grid.cells(), words, quoted);
      if (cells != null) {
        left.remove(quoted);
        found.add(cells);
      }
    }
    return found;
  }

  private static @Nullable Cells cells(
      List<TableBlock.Cell> cells, String words, QuotedText quoted) {
    for (int first = 0; first < cells.size(); first++) {
      int matched = 0;
      for (int at = first; at < cells.size(); at++) {
        String text = withoutWhitespace(cells.get(at).text());
        if (at == first && text.contains(words)) {
          return new Cells(at, at, quoted);
        }
        boolean sameRow = cells.get(at).row() == cells.get(first).row();
        if (!sameRow || (at == first && text.isEmpty()) || !words.startsWith(text, matched)) {
          break;
        }
        matched += text.length();
        if (matched == words.length()) {
          return new Cells(first, at, quoted);
        }
      }
    }
    return null;
  }

  /** A text without white space. */
  public static String withoutWhitespace(String text) {
    return CompactText.of(text).text();
  }

  /** A text without white space, and where each of its characters stood. */
  private record CompactText(String text, List<Integer> places) {
    static CompactText of(String text) {
      StringBuilder kept = new StringBuilder();
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!Character.isWhitespace(c) && c != '\u3000' && c != '\u00a0') {
          kept.append(c);
          places.add(i);
        }
      }
      return new CompactText(kept.toString(), places);
    }
  }
}
