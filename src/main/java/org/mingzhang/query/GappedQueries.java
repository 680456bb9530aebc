package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/**
 * Queries for strings near each other and for strings with wildcards, on the field of character
 * pairs, where distances are distances in characters.
 */
final class GappedQueries {
  /** Characters that {@code *} stands for at most. */
  static final int STAR = 20;

  /** Wildcards before the first piece and behind the last. */
  private static final Pattern OUTER = Pattern.compile("^[*?]+|[*?]+$");

  private GappedQueries() {}

  /** How many characters stand alone: each is looked up with all that may follow it. */
  static int single(List<String> pieces) {
    return (int) pieces.stream().filter(piece -> width(piece) == 1).count();
  }

  /**
   * Finds the pieces, no two of them equal, in any order with at most so many characters between
   * them.
   */
  static Query near(Scope scope, List<String> pieces, int distance) {
    List<IntervalsSource> sources = pieces.stream().map(GappedQueries::piece).toList();
    long tails = pieces.stream().filter(p -> width(p) > 1).count();
    int gaps = distance + (int) Math.min(tails, pieces.size() - 1L);
    return query(
        scope,
        Intervals.maxgaps(gaps, Intervals.unordered(sources.toArray(IntervalsSource[]::new))));
  }

  /** Finds the pattern, {@code *} for up to {@link #STAR} characters and {@code ?} for one. */
  static Query wildcard(Scope scope, String pattern) {
    List<IntervalsSource> runs = new ArrayList<>();
    int gaps = 0;
    String[] parts = pattern.split("\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      if (pieces(parts[i]).isEmpty()) {
        continue;
      }
      runs.add(new NumberedSource(run(parts[i]), i));
      gaps += i < parts.length - 1 ? STAR + tail(parts[i]) : 0;
    }
    IntervalsSource whole =
        runs.size() == 1
            ? runs.getFirst()
            : Intervals.maxgaps(gaps, Intervals.ordered(runs.toArray(IntervalsSource[]::new)));
    return query(scope, whole);
  }

  /**
   * The same pattern for text in normal form. A {@code ?} before the first or behind the last piece
   * may stand outside the text, as it may for {@link #wildcard}.
   */
  static Pattern regex(String pattern) {
    String inner = OUTER.matcher(pattern).replaceAll("");
    int from = pattern.indexOf(inner);
    StringBuilder regex = new StringBuilder();
    int at = 0;
    for (String part : pattern.split("(?=[*?])|(?<=[*?])", -1)) {
      boolean outside = at < from || at >= from + inner.length();
      switch (part) {
        case "*" -> regex.append(".{0,").append(STAR).append("}?");
        case "?" -> regex.append(outside ? ".?" : ".");
        default -> regex.append(Pattern.quote(SearchNormalizer.fold(part)));
      }
      at += part.length();
    }
    return Pattern.compile(regex.toString());
  }

  /** The pieces between wildcards, in normal form. */
  static List<String> pieces(String pattern) {
    List<String> pieces = new ArrayList<>();
    for (String part : pattern.split("[*?]+", -1)) {
      String folded = SearchNormalizer.fold(part);
      if (!folded.isEmpty()) {
        pieces.add(folded);
      }
    }
    return pieces;
  }

  /** A run of pieces with {@code ?} between them: each stands at a fixed distance. */
  private static IntervalsSource run(String run) {
    List<IntervalsSource> sources = new ArrayList<>();
    int before = 0;
    int missing = 0;
    for (String part : run.split("(?=\\?)|(?<=\\?)", -1)) {
      if (part.equals("?")) {
        missing++;
      } else if (!SearchNormalizer.fold(part).isEmpty()) {
        String folded = SearchNormalizer.fold(part);
        IntervalsSource source = piece(folded);
        sources.add(sources.isEmpty() ? source : Intervals.extend(source, missing + before, 0));
        before = width(folded) > 1 ? 1 : 0;
        missing = 0;
      }
    }
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.phrase(sources.toArray(IntervalsSource[]::new));
  }

  private static int tail(String run) {
    List<String> pieces = pieces(run);
    return width(pieces.getLast()) > 1 ? 1 : 0;
  }

  private static int width(String folded) {
    return folded.codePointCount(0, folded.length());
  }

  private static IntervalsSource piece(String folded) {
    int[] points = folded.codePoints().toArray();
    if (points.length == 1) {
      return new CharacterSource(points[0]);
    }
    IntervalsSource[] pairs = new IntervalsSource[points.length - 1];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = Intervals.term(new String(points, i, 2));
    }
    return pairs.length == 1 ? pairs[0] : Intervals.phrase(pairs);
  }

  private static Query query(Scope scope, IntervalsSource source) {
    return new IntervalQuery(TextField.PAIRS.in(scope), source);
  }
}
