package org.mingzhang.evaluation;

/**
 * Numbers of found, expected and matching elements, from which precision and recall follow. The
 * recall is 1 if nothing was expected; the precision of nothing found is 1 if nothing was expected,
 * otherwise 0.
 *
 * @param hitCount number of found elements that are in the gold record
 * @param foundCount number of all found elements
 * @param wantedCount number of all elements of the gold record
 */
public record MatchCounts(int hitCount, int foundCount, int wantedCount) {
  static final MatchCounts NONE = new MatchCounts(0, 0, 0);

  double precision() {
    return foundCount == 0 ? (wantedCount == 0 ? 1 : 0) : (double) hitCount / foundCount;
  }

  double recall() {
    return wantedCount == 0 ? 1 : (double) hitCount / wantedCount;
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
