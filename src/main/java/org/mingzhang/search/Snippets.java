package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mingzhang.search.Hit.Fragment;
import org.mingzhang.search.TextMatches.Range;

/**
 * Chooses the passages of a text that show its matches best. A passage is a part of the original as
 * it stands; it begins and ends at the end of a sentence where one is near, and never between a
 * number and its unit.
 */
public final class Snippets {
  private static final int LENGTH = 110;
  private static final int BEFORE = 30;
  private static final int SENTENCE_SEARCH = 24;
  private static final int LONGEST_NUMBER = 24;
  private static final int LONGEST_UNIT = 3;
  private static final String STOPS = "。；;！？!?\n\t";

  private final String text;
  private final int start;

  private Snippets(String text, int start) {
    this.text = text;
    this.start = start;
  }

  /**
   * The best passages.
   *
   * @param matches the text and its matches
   * @param from where the part begins that should be shown; what stands before it is shown only if
   *     nothing matches behind it
   * @param most how many passages at most
   */
  public static List<List<Fragment>> of(TextMatches matches, int from, int most) {
    String text = matches.text();
    List<Range> behind = matches.ranges().stream().filter(r -> r.start() >= from).toList();
    if (behind.isEmpty()) {
      int start = Math.min(from, text.length());
      Snippets snippets = new Snippets(text, start);
      int end = snippets.cutAfter(Math.min(text.length(), start + LENGTH));
      return start >= end ? List.of() : List.of(fragments(text, start, end, List.of()));
    }
    Snippets snippets = new Snippets(text, from);
    return snippets.passages(behind, most).stream()
        .map(p -> fragments(text, p[0], p[1], behind))
        .toList();
  }

  private List<int[]> passages(List<Range> ranges, int most) {
    List<int[]> candidates = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      int end = ranges.get(i).start() + LENGTH - BEFORE;
      int weight = 0;
      for (int k = i; k < ranges.size() && ranges.get(k).end() <= end; k++) {
        weight += ranges.get(k).weight();
      }
      candidates.add(new int[] {i, Math.max(weight, 1)});
    }
    candidates.sort(Comparator.comparingInt(c -> -c[1]));
    List<int[]> chosen = new ArrayList<>();
    for (int[] candidate : candidates) {
      if (chosen.size() == most) {
        break;
      }
      int[] passage = passage(ranges.get(candidate[0]));
      if (chosen.stream().noneMatch(c -> passage[0] < c[1] && c[0] < passage[1])) {
        chosen.add(passage);
      }
    }
    chosen.sort(Comparator.comparingInt(c -> c[0]));
    return chosen;
  }

  private int[] passage(Range match) {
    int from = cutBefore(Math.max(start, match.start() - BEFORE), match.start());
    int to = cutAfter(Math.min(text.length(), Math.max(match.end(), from + LENGTH)));
    return new int[] {from, Math.max(to, match.end())};
  }

  /** A good place to begin at or near {@code place}, not behind {@code latest}. */
  private int cutBefore(int place, int latest) {
    for (int i = Math.max(start, place - SENTENCE_SEARCH); i < latest; i++) {
      if (i > start && STOPS.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return place <= start || place - SENTENCE_SEARCH <= start ? start : beforeNumber(place);
  }

  /** A good place to end at or near {@code place}. */
  private int cutAfter(int place) {
    for (int i = place; i < Math.min(text.length(), place + SENTENCE_SEARCH); i++) {
      if (STOPS.indexOf(text.charAt(i)) >= 0) {
        return text.charAt(i) < ' ' ? i : i + 1;
      }
    }
    return place >= text.length() ? text.length() : afterNumber(place);
  }

  /** The place itself, or the beginning of the number with unit that it would cut. */
  private int beforeNumber(int place) {
    int from = place;
    int unit = from;
    while (unit > start && place - unit < LONGEST_UNIT && !numeric(unit - 1) && han(unit)) {
      unit--;
    }
    int digits = unit;
    while (digits > start && unit - digits < LONGEST_NUMBER && numeric(digits - 1)) {
      digits--;
    }
    return digits < unit ? digits : from;
  }

  /** The place itself, or the end of the number with unit that it would cut. */
  private int afterNumber(int place) {
    int digits = place;
    while (digits < text.length() && digits - place < LONGEST_NUMBER && numeric(digits)) {
      digits++;
    }
    boolean afterDigit = digits > start && numeric(digits - 1);
    int back = digits;
    while (!afterDigit && back > start && digits - back < LONGEST_UNIT && !numeric(back - 1)) {
      back--;
    }
    if (!afterDigit && (back <= start || !numeric(back - 1))) {
      return surrogateSafe(place);
    }
    int end = digits;
    while (end < text.length() && end - digits < LONGEST_UNIT && unit(end)) {
      end++;
    }
    return surrogateSafe(end);
  }

  private int surrogateSafe(int place) {
    return place < text.length() && Character.isLowSurrogate(text.charAt(place))
        ? place + 1
        : place;
  }

  private boolean numeric(int i) {
    char c = text.charAt(i);
    return Character.isDigit(c) || c == '.' || c == ',' || (c == '，' && digitAround(i));
  }

  private boolean digitAround(int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  private boolean han(int i) {
    return i < text.length() && (Character.isLetter(text.charAt(i)) || unit(i));
  }

  private boolean unit(int i) {
    char c = text.charAt(i);
    return Character.isLetter(c) || c == '%' || c == '％' || c == '‰' || c == '℃' || c == ' ';
  }

  private static List<Fragment> fragments(String text, int from, int to, List<Range> ranges) {
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
