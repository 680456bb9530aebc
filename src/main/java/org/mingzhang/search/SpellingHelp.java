package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.analysis.Homophones;
import org.mingzhang.analysis.SimilarCharacters;
import org.mingzhang.query.QueryNode;
import org.mingzhang.query.QueryParser;

/**
 * Looks for a better spelling of a query that finds little: words that sound the same, and
 * characters that look alike. Offers only what finds more.
 */
final class SpellingHelp {
  /** A query that finds so many hits needs no help. */
  private static final long ENOUGH = 3;

  private static final int SHORTEST_RUN = 3;
  private static final int LONGEST_RUN = 12;

  private static final int MOST_TRIED = 24;

  private final Supplier<Suggester> suggester;

  SpellingHelp(Supplier<Suggester> suggester) {
    this.suggester = suggester;
  }

  /** Word lists that are only read when a query finds little. */
  private static final class Lists {
    private static final Homophones HOMOPHONES = new Homophones();
    private static final SimilarCharacters SIMILAR = new SimilarCharacters();
  }

  /** Looks how many hits a query has. */
  interface Counter {
    /** The number of hits. */
    long count(String query) throws IOException;

    /** Whether there are any, which is found out sooner. */
    boolean any(String query) throws IOException;
  }

  /** The spelling that finds most, if it finds more than the query did; else null. */
  @Nullable String better(String query, long found, Counter counter) throws IOException {
    if (found < ENOUGH) {
      return best(found, candidates(query), counter);
    }
    String run = onlyRun(QueryParser.parse(query).node());
    if (run == null || counter.any('"' + run + '"')) {
      return null;
    }
    Set<String> heard = new LinkedHashSet<>(suggester.get().homophones(run));
    heard.addAll(Lists.HOMOPHONES.corrections(run));
    return best(found, heard, counter);
  }

  /**
   * The run that is all of a query, if it could be one misspelled word: then many hits may be hits
   * of its single characters alone.
   */
  private static @Nullable String onlyRun(QueryNode node) {
    return node instanceof QueryNode.Words words
            && words.text().length() >= SHORTEST_RUN
            && words.text().length() <= LONGEST_RUN
            && words.text().codePoints().allMatch(Character::isIdeographic)
        ? words.text()
        : null;
  }

  private static @Nullable String best(long found, Set<String> candidates, Counter counter)
      throws IOException {
    String best = null;
    long most = found;
    int tried = 0;
    for (String candidate : candidates) {
      if (tried++ == MOST_TRIED) {
        break;
      }
      long count = counter.count(candidate);
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private Set<String> candidates(String query) {
    Set<String> candidates = new LinkedHashSet<>();
    for (String run : runs(QueryParser.parse(query).node())) {
      int at = query.indexOf(run);
      if (at >= 0) {
        for (String other : spellings(run)) {
          candidates.add(query.substring(0, at) + other + query.substring(at + run.length()));
        }
      }
    }
    candidates.remove(query);
    return candidates;
  }

  private List<String> spellings(String run) {
    List<String> spellings = new ArrayList<>(suggester.get().homophones(run));
    spellings.addAll(Lists.HOMOPHONES.corrections(run));
    spellings.addAll(Lists.SIMILAR.variants(run));
    return spellings;
  }

  /** The runs of text in a query, as typed. */
  private static List<String> runs(QueryNode node) {
    return switch (node) {
      case QueryNode.Words words -> List.of(words.text());
      case QueryNode.Phrase phrase -> List.of(phrase.text());
      case QueryNode.And and -> and.nodes().stream().flatMap(n -> runs(n).stream()).toList();
      case QueryNode.Or or -> or.nodes().stream().flatMap(n -> runs(n).stream()).toList();
      default -> List.of();
    };
  }
}
