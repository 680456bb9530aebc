package org.mingzhang.structure.lattice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.text.TsvResource;

/** The column titles of performance forms, from {@code form-titles.tsv}. */
public final class PerformanceFormTitles {
  private static final Pattern TITLE =
      Pattern.compile(
          TsvResource.parseRows(
                  LatticeCosts.class, "form-titles.tsv", 2, row -> Pattern.compile(row.get(0)))
              .stream()
              .map(title -> "(?:" + title.pattern() + ")")
              .collect(Collectors.joining("|")));

  /** Maximum length of a title, in characters, including a remark in brackets. */
  private static final int MAX_TITLE_LENGTH = 28;

  private PerformanceFormTitles() {}

  /**
   * Whether a text is a column title of a performance form, of at most {@link #MAX_TITLE_LENGTH}
   * characters.
   */
  public static boolean isTitle(String text) {
    return text.length() <= MAX_TITLE_LENGTH && TITLE.matcher(text).matches();
  }

  /**
   * The ends (exclusive) of all titles of at least two characters that begin at an index of
   * unseparated text, longest first.
   */
  private static List<Integer> titleEnds(String text, int from) {
    List<Integer> ends = new ArrayList<>();
    Matcher title = TITLE.matcher(text);
    for (int end = Math.min(text.length(), from + MAX_TITLE_LENGTH); end > from + 1; end--) {
      if (title.region(from, end).matches()) {
        ends.add(end);
      }
    }
    return ends;
  }

  /**
   * Splits unseparated text into titles from an index on, greedily: takes the longest title that
   * another title follows, or the longest if none is followed by one, until no title begins.
   * Returns an empty list if no title begins at the index.
   */
  public static List<String> splitIntoTitles(String text, int from) {
    List<String> best = new ArrayList<>();
    int at = from;
    List<Integer> ends = titleEnds(text, at);
    while (!ends.isEmpty()) {
      int next = ends.getFirst();
      for (int end : ends) {
        if (!titleEnds(text, end).isEmpty()) {
          next = end;
          break;
        }
      }
      best.add(text.substring(at, next));
      at = next;
      ends = titleEnds(text, at);
    }
    return best;
  }
}
