package org.mingzhang.evaluation;

/**
 * Hits among what was found and what was to be found.
 *
 * @param hit found and wanted
 * @param found all that was found
 * @param wanted all that was to be found
 */
public record Counts(int hit, int found, int wanted) {
  static final Counts NONE = new Counts(0, 0, 0);

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
