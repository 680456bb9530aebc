package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.analysis.HomophoneCorrector;
import org.mingzhang.analysis.SimilarCharacters;
import org.mingzhang.query.QueryNode;
import org.mingzhang.query.QueryParser;

/**
 * Finds a corrected spelling of a query: homophones, and characters of similar shape. A query with
 * at least {@link #MIN_SUFFICIENT_HITS} hits is corrected only if it is a single run of Chinese
 * characters that does not occur as a phrase. Only corrections with more hits than the query are
 * returned.
 */
final class SpellingCorrector {
  /**
   * Minimum number of hits with which a query is corrected only if it is a single misspelled word.
   */
  private static final long MIN_SUFFICIENT_HITS = 3;

  private static final int MIN_RUN_LENGTH = 3;
  private static final int MAX_RUN_LENGTH = 12;

  private static final int MAX_CANDIDATES = 24;

  private final Supplier<Suggester> suggester;

  SpellingCorrector(Supplier<Suggester> suggester) {
    this.suggester = suggester;
  }

  /** Word lists, loaded when first needed. */
  private static final class WordLists {
    private static final HomophoneCorrector HOMOPHONES = new HomophoneCorrector();
    private static final SimilarCharacters SIMILAR_CHARACTERS = new SimilarCharacters();
  }

  /** Counts the hits of a query. */
  interface HitCounter {
    long count(String query) throws IOException;

    /** Whether there are any hits; faster than counting. */
    boolean hasHits(String query) throws IOException;
  }

  /**
   * Suggests the correction with the most hits; null if none has more hits than the query. Counts
   * the hits of at most {@link #MAX_CANDIDATES} candidates, one after the other.
   */
  @Nullable String suggestCorrection(String query, long hitCount, HitCounter counter)
      throws IOException {
    if (hitCount < MIN_SUFFICIENT_HITS) {
      return findBestCandidate(hitCount, createCandidates(query, counter), counter);
    }
    String run = findSingleRun(QueryParser.parse(query).node());
    if (run == null || counter.hasHits('"' + run + '"')) {
      return null;
    }
    Set<String> homophones = new LinkedHashSet<>(suggester.get().homophones(run));
    homophones.addAll(WordLists.HOMOPHONES.findCorrections(run));
    return findBestCandidate(hitCount, homophones, counter);
  }

  /**
   * The run of Chinese characters that a query consists of, if it is a single run of {@link
   * #MIN_RUN_LENGTH} to {@link #MAX_RUN_LENGTH} characters. It may be one misspelled word, whose
   * hits only contain its single characters. Null for other queries.
   */
  private static @Nullable String findSingleRun(QueryNode node) {
    return node instanceof QueryNode.Words words
            && words.text().length() >= MIN_RUN_LENGTH
            && words.text().length() <= MAX_RUN_LENGTH
            && words.text().codePoints().allMatch(Character::isIdeographic)
        ? words.text()
        : null;
  }

  private static @Nullable String findBestCandidate(
      long hitCount, Set<String> candidates, HitCounter counter) throws IOException {
    String best = null;
    long maxCount = hitCount;
    int tried = 0;
    for (String candidate : candidates) {
      if (tried++ == MAX_CANDIDATES) {
        break;
      }
      long count = counter.count(candidate);
      if (count > maxCount) {
        maxCount = count;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * Copies of the query in which the first occurrence of one of its words or phrases is spelled
   * differently.
   */
  private Set<String> createCandidates(String query, HitCounter counter) throws IOException {
    Set<String> candidates = new LinkedHashSet<>();
    for (String run : collectWordsAndPhrases(QueryParser.parse(query).node())) {
      int start = query.indexOf(run);
      if (start >= 0) {
        for (String other : alternativeSpellings(run, counter)) {
          candidates.add(query.substring(0, start) + other + query.substring(start + run.length()));
        }
      }
    }
    candidates.remove(query);
    return candidates;
  }

  private List<String> alternativeSpellings(String run, HitCounter counter) throws IOException {
    List<String> spellings = new ArrayList<>(suggester.get().homophones(run));
    spellings.addAll(WordLists.HOMOPHONES.findCorrections(run));
    for (String variant : WordLists.SIMILAR_CHARACTERS.createVariants(run)) {
      if (isPlausibleVariant(variant, run, counter)) {
        spellings.add(variant);
      }
    }
    return spellings;
  }

  /**
   * Whether a variant that differs from the typed run in one character is plausible: either the
   * typed character does not occur in the index together with both of its neighbors, or the
   * character of the variant does. This excludes, for example, 第二八民医院 as a variant of 第二人民医院.
   */
  private static boolean isPlausibleVariant(String variant, String run, HitCounter counter)
      throws IOException {
    int index = 0;
    while (index < run.length() && variant.charAt(index) == run.charAt(index)) {
      index++;
    }
    return !occursWithNeighbors(run, index, counter)
        || occursWithNeighbors(variant, index, counter);
  }

  private static boolean occursWithNeighbors(String text, int index, HitCounter counter)
      throws IOException {
    int first = Math.max(0, index - 1);
    int last = Math.min(text.length() - 1, index + 1);
    for (int start = first; start < last; start++) {
      if (!counter.hasHits('"' + text.substring(start, start + 2) + '"')) {
        return false;
      }
    }
    return true;
  }

  /** The words and phrases of a query, as typed, except those in fields and negations. */
  private static List<String> collectWordsAndPhrases(QueryNode node) {
    return switch (node) {
      case QueryNode.Words words -> List.of(words.text());
      case QueryNode.Phrase phrase -> List.of(phrase.text());
      case QueryNode.And and ->
          and.nodes().stream().flatMap(n -> collectWordsAndPhrases(n).stream()).toList();
      case QueryNode.Or or ->
          or.nodes().stream().flatMap(n -> collectWordsAndPhrases(n).stream()).toList();
      default -> List.of();
    };
  }
}
