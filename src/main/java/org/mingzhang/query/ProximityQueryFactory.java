package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Proximity and wildcard queries on the bigram field, where positions are characters. */
final class ProximityQueryFactory {
  /** Maximum number of characters that {@code *} matches. */
  static final int MAX_STAR_LENGTH = 20;

  /** Wildcards at the beginning and end of a pattern. */
  private static final Pattern OUTER_WILDCARDS = Pattern.compile("^[*?]+|[*?]+$");

  private ProximityQueryFactory() {}

  /**
   * The number of strings of a single character; each is expanded to all bigrams that start with
   * it.
   */
  static int countSingleCharacters(List<String> pieces) {
    return (int) pieces.stream().filter(piece -> countCharacters(piece) == 1).count();
  }

  /**
   * Matches rows that contain all strings in any order, with at most {@code distance} characters
   * between them in total.
   *
   * @param pieces at least two different normalized strings, none empty
   */
  static Query nearQuery(SearchScope scope, List<String> pieces, int distance) {
    List<IntervalsSource> sources =
        pieces.stream().map(ProximityQueryFactory::stringSource).toList();
    long longPieces = pieces.stream().filter(p -> countCharacters(p) > 1).count();
    int gaps = distance + (int) Math.min(longPieces, pieces.size() - 1L);
    return createIntervalQuery(
        scope,
        Intervals.maxgaps(gaps, Intervals.unordered(sources.toArray(IntervalsSource[]::new))));
  }

  /**
   * Matches a pattern, in which {@code *} stands for up to {@link #MAX_STAR_LENGTH} characters and
   * {@code ?} for one. The limit applies to the sum of all {@code *}: one may stand for more if
   * others stand for fewer. Wildcards at the beginning and end are ignored.
   *
   * @param pattern must have at least one character other than wildcards
   */
  static Query wildcardQuery(SearchScope scope, String pattern) {
    List<IntervalsSource> runs = new ArrayList<>();
    int gaps = 0;
    String[] parts = pattern.split("\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      if (literalParts(parts[i]).isEmpty()) {
        continue;
      }
      runs.add(new DistinctIntervalsSource(fixedDistanceSource(parts[i]), i));
      gaps += i < parts.length - 1 ? MAX_STAR_LENGTH + charactersAfterLastPosition(parts[i]) : 0;
    }
    IntervalsSource combined =
        runs.size() == 1
            ? runs.getFirst()
            : Intervals.maxgaps(gaps, Intervals.ordered(runs.toArray(IntervalsSource[]::new)));
    return createIntervalQuery(scope, combined);
  }

  /**
   * The regular expression by which matches of a pattern are highlighted in normalized text. A
   * {@code *} matches at most {@link #MAX_STAR_LENGTH} characters; a leading or trailing {@code ?}
   * may match outside the text, as in {@link #wildcardQuery}.
   */
  static Pattern highlightPattern(String pattern) {
    String inner = OUTER_WILDCARDS.matcher(pattern).replaceAll("");
    int from = pattern.indexOf(inner);
    StringBuilder regex = new StringBuilder();
    int position = 0;
    for (String part : pattern.split("(?=[*?])|(?<=[*?])", -1)) {
      boolean outside = position < from || position >= from + inner.length();
      switch (part) {
        case "*" -> regex.append(".{0,").append(MAX_STAR_LENGTH).append("}?");
        case "?" -> regex.append(outside ? ".?" : ".");
        default -> regex.append(Pattern.quote(SearchNormalizer.fold(part)));
      }
      position += part.length();
    }
    return Pattern.compile(regex.toString());
  }

  /** The normalized strings between wildcards. */
  static List<String> literalParts(String pattern) {
    List<String> pieces = new ArrayList<>();
    for (String part : pattern.split("[*?]+", -1)) {
      String folded = SearchNormalizer.fold(part);
      if (!folded.isEmpty()) {
        pieces.add(folded);
      }
    }
    return pieces;
  }

  /** A sequence of strings separated by {@code ?}, at fixed distances. */
  private static IntervalsSource fixedDistanceSource(String run) {
    List<IntervalsSource> sources = new ArrayList<>();
    int overlap = 0;
    int skipped = 0;
    for (String part : run.split("(?=\\?)|(?<=\\?)", -1)) {
      if (part.equals("?")) {
        skipped++;
      } else if (!SearchNormalizer.fold(part).isEmpty()) {
        String folded = SearchNormalizer.fold(part);
        IntervalsSource source = stringSource(folded);
        sources.add(sources.isEmpty() ? source : Intervals.extend(source, skipped + overlap, 0));
        overlap = countCharacters(folded) > 1 ? 1 : 0;
        skipped = 0;
      }
    }
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.phrase(sources.toArray(IntervalsSource[]::new));
  }

  private static int charactersAfterLastPosition(String run) {
    List<String> pieces = literalParts(run);
    return countCharacters(pieces.getLast()) > 1 ? 1 : 0;
  }

  private static int countCharacters(String folded) {
    return folded.codePointCount(0, folded.length());
  }

  private static IntervalsSource stringSource(String folded) {
    int[] points = folded.codePoints().toArray();
    if (points.length == 1) {
      return new CharacterIntervalsSource(points[0]);
    }
    IntervalsSource[] pairs = new IntervalsSource[points.length - 1];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = Intervals.term(new String(points, i, 2));
    }
    return pairs.length == 1 ? pairs[0] : Intervals.phrase(pairs);
  }

  private static Query createIntervalQuery(SearchScope scope, IntervalsSource source) {
    return new IntervalQuery(TextField.NGRAMS.fieldName(scope), source);
  }
}
