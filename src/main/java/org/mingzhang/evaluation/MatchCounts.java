package org.mingzhang.evaluation;

/**
 * Numbers of found, expected and matching elements, from which precision and recall follow. The
 * recall is 1 if nothing was expected; the precision of nothing found is 1 if nothing was expected,
 * otherwise 0.
 *
 * @param hit found elements that are in the gold record
 * @param found all found elements
 * @param wanted all elements of the gold record
 */
public record MatchCounts(int hit, int found, int wanted) {
  static final MatchCounts NONE = new MatchCounts(0, 0, 0);

  double precision() {
    return found == 0 ? (wanted == 0 ? 1 : 0) : (double) hit / found;
  }

  double recall() {
    return wanted == 0 ? 1 : (double) hit / wanted;
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
