package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.analysis.FrequentBigrams;

/**
 * Chooses the n-grams used to look up a string in a field of character bigrams and trigrams. Every
 * character is covered by at least one n-gram, and positions count characters, so the n-grams occur
 * at the required distances exactly where the string occurs. Rarer n-grams are preferred; a bigram
 * that occurs in most sections is used only if the string consists of it.
 */
final class NGramCoverSelector {
  private static final int BIGRAM_LENGTH = 2;
  private static final int TRIGRAM_LENGTH = 3;
  private static final FrequentBigrams FREQUENT_BIGRAMS = FrequentBigrams.standard();

  private NGramCoverSelector() {}

  /**
   * An n-gram of a string.
   *
   * @param start start offset in code points
   * @param length number of code points, 2 or 3
   */
  record NGram(int start, int length) {}

  /** The n-grams that cover a string of at least two code points, in order. */
  static List<NGram> selectCover(int[] codePoints) {
    List<NGram> runs = new ArrayList<>();
    int covered = 0;
    while (codePoints.length - covered > BIGRAM_LENGTH) {
      int length = isIndexedTrigram(codePoints, covered) ? TRIGRAM_LENGTH : BIGRAM_LENGTH;
      runs.add(new NGram(covered, length));
      covered += length;
    }
    if (covered < codePoints.length) {
      boolean longer = isIndexedTrigram(codePoints, codePoints.length - TRIGRAM_LENGTH);
      int length = longer ? TRIGRAM_LENGTH : BIGRAM_LENGTH;
      runs.add(new NGram(codePoints.length - length, length));
    }
    return runs;
  }

  /** Whether the trigram at an offset is indexed. */
  private static boolean isIndexedTrigram(int[] codePoints, int from) {
    return from >= 0
        && from + TRIGRAM_LENGTH <= codePoints.length
        && FREQUENT_BIGRAMS.containsFrequentBigram(
            codePoints[from], codePoints[from + 1], codePoints[from + 2]);
  }
}
