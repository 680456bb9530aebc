package org.mingzhang.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Splits text into words.
 *
 * <p>The text is normalised first, then segmented sentence by sentence. The position of a word is
 * the number of UTF-16 units of normalised text before it, so that a long word and the shorter ones
 * it is made of stand at their true places and distances are distances in characters. Stop words
 * and punctuation leave gaps.
 */
public final class WordTokenizer extends WholeTextTokenizer {
  /** Longest run that is segmented at once, in UTF-16 units. */
  static final int LONGEST_RUN = 400;

  /** Longest word kept whole; the index takes no longer term than 32,766 bytes. */
  static final int LONGEST_WORD = 100;

  /**
   * A word never spans these: each part between them is segmented by itself, and short parts are
   * found again more often than whole sentences, whose amounts differ.
   */
  private static final String STOPS = "。;!?:,、()\n ";

  /**
   * Runs remembered. Every row of a document repeats its title, agency and the headings above it,
   * and agencies repeat each other's sentences: finding a run again costs a hundredth of segmenting
   * it.
   */
  private static final int REMEMBERED = 4_096;

  private final Segmenter segmenter;
  private final Map<String, List<Segmenter.Word>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Segmenter.Word>> eldest) {
          return size() > REMEMBERED;
        }
      };
  private List<Segmenter.Word> words = List.of();
  private int nextWord;
  private int runStart;
  private int runEnd;

  /** A tokenizer that shares a segmenter with others. */
  public WordTokenizer(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  @Override
  NormalizedText normalize(String original) {
    return SearchNormalizer.normalizeWords(original);
  }

  @Override
  void restart() {
    words = List.of();
    nextWord = 0;
    runStart = 0;
    runEnd = 0;
  }

  @Override
  boolean next() {
    while (true) {
      if (nextWord < words.size()) {
        Segmenter.Word word = words.get(nextWord++);
        int from = runStart + word.offset();
        int length = Math.min(word.length(), LONGEST_WORD);
        emit(from, from + length, from, length);
        return true;
      }
      if (runEnd >= text().length()) {
        return false;
      }
      nextRun();
    }
  }

  private void nextRun() {
    String all = text().text();
    runStart = runEnd;
    int limit = Math.min(all.length(), runStart + LONGEST_RUN);
    int end = runStart;
    while (end < limit && STOPS.indexOf(all.charAt(end)) < 0) {
      end++;
    }
    runEnd = end < limit ? end + 1 : limit;
    if (runEnd < all.length() && Character.isHighSurrogate(all.charAt(runEnd - 1))) {
      runEnd++;
    }
    words = known.computeIfAbsent(all.substring(runStart, runEnd), segmenter::words);
    nextWord = 0;
  }
}
