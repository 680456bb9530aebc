package org.mingzhang.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.mingzhang.query.MatchPattern;
import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Matches of patterns in a text, as offsets into the original, in order; overlapping and adjacent
 * matches are joined.
 *
 * @param text the original text
 * @param ranges the matches
 */
public record TextMatches(String text, List<Range> ranges) {
  /** Maximum number of matches of all patterns in one text. */
  private static final int MAX_MATCHES = 5_000;

  /**
   * A match.
   *
   * @param start start offset
   * @param end end offset, exclusive
   * @param weight number of normalized characters, doubled for exact strings and wildcards; for
   *     joined matches, the sum of the weights of the matches that extend the range
   */
  public record Range(int start, int end, int weight) {}

  /**
   * Finds the first {@link #MAX_MATCHES} matches of patterns in the normalized text, pattern by
   * pattern; matches of one pattern do not overlap.
   */
  public static TextMatches find(String text, List<MatchPattern> patterns) {
    if (patterns.isEmpty() || text.isEmpty()) {
      return new TextMatches(text, List.of());
    }
    NormalizedText normal = SearchNormalizer.normalize(text);
    List<Range> found = new ArrayList<>();
    for (MatchPattern pattern : patterns) {
      switch (pattern) {
        case MatchPattern.Literal literal -> addLiteral(found, normal, literal);
        case MatchPattern.Wildcards wildcards -> addWildcards(found, normal, wildcards);
      }
    }
    return new TextMatches(text, merge(found));
  }

  private static void addLiteral(
      List<Range> ranges, NormalizedText normalizedText, MatchPattern.Literal literal) {
    String wanted = literal.foldedText();
    int weight = literal.isExactString() ? 2 * wanted.length() : wanted.length();
    int at = normalizedText.text().indexOf(wanted);
    while (at >= 0 && ranges.size() < MAX_MATCHES) {
      ranges.add(toRange(normalizedText, at, at + wanted.length(), weight));
      at = normalizedText.text().indexOf(wanted, at + wanted.length());
    }
  }

  private static void addWildcards(
      List<Range> ranges, NormalizedText normalizedText, MatchPattern.Wildcards wildcards) {
    Matcher matcher = wildcards.pattern().matcher(normalizedText.text());
    while (ranges.size() < MAX_MATCHES && matcher.find()) {
      ranges.add(
          toRange(
              normalizedText,
              matcher.start(),
              matcher.end(),
              2 * (matcher.end() - matcher.start())));
    }
  }

  private static Range toRange(NormalizedText normalizedText, int from, int to, int weight) {
    return new Range(normalizedText.originalStart(from), normalizedText.originalEnd(to), weight);
  }

  private static List<Range> merge(List<Range> ranges) {
    ranges.sort(Comparator.comparingInt(Range::start).thenComparingInt(r -> -r.end()));
    List<Range> joined = new ArrayList<>();
    for (Range range : ranges) {
      Range last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && range.start() <= last.end()) {
        joined.set(
            joined.size() - 1,
            new Range(
                last.start(),
                Math.max(last.end(), range.end()),
                range.end() <= last.end() ? last.weight() : last.weight() + range.weight()));
      } else {
        joined.add(range);
      }
    }
    return List.copyOf(joined);
  }
}
