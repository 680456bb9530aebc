package org.mingzhang.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the places that a document names, to choose among divisions of the same name.
 *
 * <p>A place votes for itself and for all divisions within it, with twice the weight if it is named
 * directly after a place that contains it (厦门市思明区). A name that remains ambiguous does not vote.
 * The winner of {@link #findWinnerAmong} has at least twice the votes of the next. Not thread-safe:
 * one instance per document.
 */
public final class PlaceVoteCounter {
  /** Weight of cover, title and file name. */
  public static final int STRONG_WEIGHT = 5;

  /** Weight of running text, which mentions other places too. */
  public static final int WEAK_WEIGHT = 1;

  private final Gazetteer gazetteer;
  private final Map<Division, Integer> votes = new LinkedHashMap<>();

  /** Creates a counter for the divisions of a gazetteer. */
  public PlaceVoteCounter(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Counts the full names of places in a text.
   *
   * @param text text without white space
   * @param weight {@link #STRONG_WEIGHT} or {@link #WEAK_WEIGHT}
   */
  public void countVotes(String text, int weight) {
    List<Division> above = List.of();
    int end = -1;
    for (Gazetteer.Mention mention : gazetteer.mentions(text)) {
      List<Division> outer = mention.start() == end ? above : List.of();
      List<Division> inner =
          mention.candidates().stream()
              .filter(d -> outer.stream().anyMatch(a -> d.isWithin(a) && !d.equals(a)))
              .toList();
      List<Division> meant = inner.isEmpty() ? mention.candidates() : inner;
      if (meant.size() == 1) {
        votes.merge(meant.getFirst(), inner.isEmpty() ? weight : 2 * weight, Integer::sum);
      }
      above = meant;
      end = mention.end();
    }
  }

  /**
   * The candidate with the most votes, if it has at least twice as many as the next; otherwise
   * empty, also if no candidate has votes.
   */
  public Optional<Division> findWinnerAmong(List<Division> candidates) {
    Division best = null;
    int most = 0;
    int next = 0;
    for (Division candidate : candidates) {
      int count =
          votes.entrySet().stream()
              .filter(v -> candidate.isWithin(v.getKey()))
              .mapToInt(Map.Entry::getValue)
              .sum();
      if (count > most) {
        next = most;
        most = count;
        best = candidate;
      } else {
        next = Math.max(next, count);
      }
    }
    return best != null && most >= 2 * next ? Optional.of(best) : Optional.empty();
  }

  /** The counted division that lies within all other counted ones; empty if there is none. */
  public Optional<Division> findInnermost() {
    return votes.keySet().stream()
        .filter(d -> votes.keySet().stream().allMatch(d::isWithin))
        .findFirst();
  }
}
