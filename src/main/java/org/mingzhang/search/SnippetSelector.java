package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mingzhang.search.Hit.Fragment;
import org.mingzhang.search.TextMatches.Range;

/**
 * Selects the passages of a text with the most matches. A passage is a substring of the original of
 * about 110 characters; it starts and ends at sentence boundaries if there are any nearby, and
 * otherwise does not separate a number from its unit.
 */
public final class SnippetSelector {
  private static final int MAX_SNIPPET_LENGTH = 110;
  private static final int CONTEXT_BEFORE = 30;
  private static final int MAX_BOUNDARY_DISTANCE = 24;
  private static final int MAX_NUMBER_LENGTH = 24;
  private static final int MAX_UNIT_LENGTH = 3;
  private static final String SENTENCE_ENDS = "。；;！？!?\n\t";

  private final String text;
  private final int searchStart;

  private SnippetSelector(String text, int searchStart) {
    this.text = text;
    this.searchStart = searchStart;
  }

  /**
   * Selects passages that do not overlap, in the order of the text. Without a match at or after
   * {@code from}, the only passage is the text at {@code from}; empty if the text ends there.
   *
   * @param matches the text and its matches
   * @param from offset at which the searched part of the text starts; matches before it are ignored
   * @param limit maximum number of passages
   */
  public static List<List<Fragment>> select(TextMatches matches, int from, int limit) {
    String text = matches.text();
    List<Range> preferred = matches.ranges().stream().filter(r -> r.start() >= from).toList();
    if (preferred.isEmpty()) {
      int start = Math.min(from, text.length());
      SnippetSelector snippets = new SnippetSelector(text, start);
      int end = snippets.snippetEnd(Math.min(text.length(), start + MAX_SNIPPET_LENGTH));
      return start >= end ? List.of() : List.of(createFragments(text, start, end, List.of()));
    }
    SnippetSelector snippets = new SnippetSelector(text, from);
    return snippets.selectPassages(preferred, limit).stream()
        .map(p -> createFragments(text, p[0], p[1], preferred))
        .toList();
  }

  private List<int[]> selectPassages(List<Range> ranges, int limit) {
    List<int[]> candidates = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      int end = ranges.get(i).start() + MAX_SNIPPET_LENGTH - CONTEXT_BEFORE;
      int weight = 0;
      for (int k = i; k < ranges.size() && ranges.get(k).end() <= end; k++) {
        weight += ranges.get(k).weight();
      }
      candidates.add(new int[] {i, Math.max(weight, 1)});
    }
    candidates.sort(Comparator.comparingInt(c -> -c[1]));
    List<int[]> chosen = new ArrayList<>();
    for (int[] candidate : candidates) {
      if (chosen.size() == limit) {
        break;
      }
      int[] passage = passageAround(ranges.get(candidate[0]));
      if (chosen.stream().noneMatch(c -> passage[0] < c[1] && c[0] < passage[1])) {
        chosen.add(passage);
      }
    }
    chosen.sort(Comparator.comparingInt(c -> c[0]));
    return chosen;
  }

  private int[] passageAround(Range match) {
    int from = snippetStart(Math.max(searchStart, match.start() - CONTEXT_BEFORE), match.start());
    int to = snippetEnd(Math.min(text.length(), Math.max(match.end(), from + MAX_SNIPPET_LENGTH)));
    return new int[] {from, Math.max(to, match.end())};
  }

  /**
   * The start of the first sentence that begins at most {@link #MAX_BOUNDARY_DISTANCE} characters
   * before {@code offset} and before {@code maxStart}. Without one, {@link #searchStart} if it is
   * that near, otherwise {@code offset}, moved so that no number is split.
   */
  private int snippetStart(int offset, int maxStart) {
    for (int i = Math.max(searchStart, offset - MAX_BOUNDARY_DISTANCE); i < maxStart; i++) {
      if (i > searchStart && SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return offset <= searchStart || offset - MAX_BOUNDARY_DISTANCE <= searchStart
        ? searchStart
        : startOfNumber(offset);
  }

  /**
   * The end of the first sentence that ends less than {@link #MAX_BOUNDARY_DISTANCE} characters
   * after {@code offset}; without one, {@code offset}, moved so that no number is split.
   */
  private int snippetEnd(int offset) {
    for (int i = offset; i < Math.min(text.length(), offset + MAX_BOUNDARY_DISTANCE); i++) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
        return text.charAt(i) < ' ' ? i : i + 1;
      }
    }
    return offset >= text.length() ? text.length() : endOfNumber(offset);
  }

  /**
   * The start of the number with unit that {@code offset} would split; otherwise {@code offset}.
   */
  private int startOfNumber(int offset) {
    int from = offset;
    int unit = from;
    while (unit > searchStart
        && offset - unit < MAX_UNIT_LENGTH
        && !isNumeric(unit - 1)
        && isLetterOrUnit(unit)) {
      unit--;
    }
    int digits = unit;
    while (digits > searchStart && unit - digits < MAX_NUMBER_LENGTH && isNumeric(digits - 1)) {
      digits--;
    }
    return digits < unit ? digits : from;
  }

  /** The end of the number with unit that {@code offset} would split; otherwise {@code offset}. */
  private int endOfNumber(int offset) {
    int digits = offset;
    while (digits < text.length() && digits - offset < MAX_NUMBER_LENGTH && isNumeric(digits)) {
      digits++;
    }
    boolean afterDigit = digits > searchStart && isNumeric(digits - 1);
    int unitStart = digits;
    while (!afterDigit
        && unitStart > searchStart
        && digits - unitStart < MAX_UNIT_LENGTH
        && !isNumeric(unitStart - 1)) {
      unitStart--;
    }
    if (!afterDigit && (unitStart <= searchStart || !isNumeric(unitStart - 1))) {
      return avoidSurrogateSplit(offset);
    }
    int end = digits;
    while (end < text.length() && end - digits < MAX_UNIT_LENGTH && isUnit(end)) {
      end++;
    }
    return avoidSurrogateSplit(end);
  }

  private int avoidSurrogateSplit(int offset) {
    return offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
        ? offset + 1
        : offset;
  }

  private boolean isNumeric(int i) {
    char c = text.charAt(i);
    return Character.isDigit(c) || c == '.' || c == ',' || (c == '，' && isBetweenDigits(i));
  }

  private boolean isBetweenDigits(int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  private boolean isLetterOrUnit(int i) {
    return i < text.length() && (Character.isLetter(text.charAt(i)) || isUnit(i));
  }

  private boolean isUnit(int i) {
    char c = text.charAt(i);
    return Character.isLetter(c) || c == '%' || c == '％' || c == '‰' || c == '℃' || c == ' ';
  }

  private static List<Fragment> createFragments(String text, int from, int to, List<Range> ranges) {
    List<Fragment> fragments = new ArrayList<>();
    int at = from;
    for (Range range : ranges) {
      if (range.start() < at || range.end() > to) {
        continue;
      }
      if (range.start() > at) {
        fragments.add(new Fragment(text.substring(at, range.start()), false));
      }
      fragments.add(new Fragment(text.substring(range.start(), range.end()), true));
      at = range.end();
    }
    if (at < to) {
      fragments.add(new Fragment(text.substring(at, to), false));
    }
    return fragments;
  }
}
