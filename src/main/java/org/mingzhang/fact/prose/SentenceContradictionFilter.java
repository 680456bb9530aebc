package org.mingzhang.fact.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;

/**
 * Leaves out amounts of one sentence that would be values of one fact and are far apart. Such a
 * sentence distinguishes the amounts by words that were not understood: balances at the beginning
 * and the end of the year, balances of two funds, a whole after its parts. If only one of the
 * amounts is quoted together with the name of the account, that one is kept.
 *
 * <p>Amounts that are close to each other are kept: one of them may be rounded or misprinted.
 * Amounts of one clause (由1万元减至0.7万元) are kept as well.
 */
final class SentenceContradictionFilter {
  /** Smallest difference, relative to the larger amount, of amounts that are far apart. */
  private static final BigDecimal MIN_DIFFERENCE = new BigDecimal("0.05");

  private record SentenceFactKey(String account, FactContext context, int sentence) {}

  private SentenceContradictionFilter() {}

  /**
   * The facts of a section without the amounts that one sentence states as contradictory values of
   * one fact.
   *
   * @param facts facts with one location each, in reading order
   * @param text text of the section
   */
  static List<Fact> removeContradictions(List<Fact> facts, String text) {
    Map<SentenceFactKey, List<Fact>> bySentence = new LinkedHashMap<>();
    NavigableSet<Integer> sentenceEnds = findSentenceEnds(text);
    for (Fact fact : facts) {
      FactLocation place = fact.locations().getFirst();
      if (fact.kind() == Fact.Kind.AMOUNT && place.start() < place.end()) {
        int sentence = Objects.requireNonNullElse(sentenceEnds.floor(place.start()), -1);
        bySentence
            .computeIfAbsent(
                new SentenceFactKey(fact.account(), fact.context(), sentence),
                k -> new ArrayList<>())
            .add(fact);
      }
    }
    Set<FactLocation> removed = new HashSet<>();
    bySentence.values().stream()
        .filter(g -> standInDifferentClauses(g) && areFarApart(g))
        .forEach(group -> addContradictingLocations(group, removed));
    return removed.isEmpty()
        ? facts
        : facts.stream()
            .filter(
                f -> f.kind() != Fact.Kind.AMOUNT || !removed.contains(f.locations().getFirst()))
            .toList();
  }

  /** Offsets of full stops and line breaks. */
  private static NavigableSet<Integer> findSentenceEnds(String text) {
    return IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == '。' || text.charAt(i) == '\n')
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void addContradictingLocations(List<Fact> group, Set<FactLocation> removed) {
    List<Fact> named =
        group.stream().filter(f -> f.locations().getFirst().quote().contains(f.account())).toList();
    group.stream()
        .filter(f -> named.size() != 1 || !named.contains(f))
        .map(f -> f.locations().getFirst())
        .forEach(removed::add);
  }

  private static boolean standInDifferentClauses(List<Fact> group) {
    return group.stream().map(f -> f.locations().getFirst().quote()).distinct().count()
        == group.size();
  }

  private static boolean areFarApart(List<Fact> group) {
    BigDecimal low = group.stream().map(Fact::value).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal high = group.stream().map(Fact::value).max(BigDecimal::compareTo).orElseThrow();
    return high.subtract(low).compareTo(MIN_DIFFERENCE.multiply(high.abs().max(low.abs()))) > 0;
  }
}
