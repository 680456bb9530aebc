package org.mingzhang.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Splits text into words.
 *
 * <p>The text is normalized, then segmented clause by clause. The position of a word is the number
 * of UTF-16 units of normalized text before it, so that distances between words are distances in
 * characters, and the parts of a long word have positions within it. Stop words and punctuation
 * leave gaps.
 */
public final class WordTokenizer extends WholeTextTokenizer {
  /** Longest clause that is segmented at once, in UTF-16 units. */
  static final int MAX_CLAUSE_LENGTH = 400;

  /**
   * Maximum length of a word in UTF-16 units; longer ones are truncated. Lucene accepts no term of
   * more than 32,766 bytes.
   */
  static final int MAX_WORD_LENGTH = 100;

  /**
   * Characters that end a clause. No word contains one, and a clause is more often found in the
   * cache than a whole sentence, since sentences differ in their amounts.
   */
  private static final String CLAUSE_ENDS = "。;!?:,、()\n ";

  /**
   * Maximum number of segmented clauses in the cache. Every row of a document repeats title, agency
   * and headings, and agencies repeat each other's sentences; a cache hit costs a hundredth of
   * segmentation.
   */
  private static final int CACHE_SIZE = 4_096;

  private final Segmenter segmenter;
  private final Map<String, List<Segmenter.Word>> wordsByClause =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Segmenter.Word>> eldest) {
          return size() > CACHE_SIZE;
        }
      };
  private List<Segmenter.Word> words = List.of();
  private int nextWord;
  private int clauseStart;
  private int clauseEnd;

  /** Creates a tokenizer that shares a segmenter with others. */
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
    clauseStart = 0;
    clauseEnd = 0;
  }

  @Override
  boolean emitNext() {
    while (true) {
      if (nextWord < words.size()) {
        Segmenter.Word word = words.get(nextWord++);
        int from = clauseStart + word.offset();
        int length = Math.min(word.length(), MAX_WORD_LENGTH);
        emit(from, from + length, from, length);
        return true;
      }
      if (clauseEnd >= text().length()) {
        return false;
      }
      segmentNextClause();
    }
  }

  private void segmentNextClause() {
    String all = text().text();
    clauseStart = clauseEnd;
    int limit = Math.min(all.length(), clauseStart + MAX_CLAUSE_LENGTH);
    int end = clauseStart;
    while (end < limit && CLAUSE_ENDS.indexOf(all.charAt(end)) < 0) {
      end++;
    }
    clauseEnd = end < limit ? end + 1 : limit;
    if (clauseEnd < all.length() && Character.isHighSurrogate(all.charAt(clauseEnd - 1))) {
      clauseEnd++;
    }
    words =
        wordsByClause.computeIfAbsent(all.substring(clauseStart, clauseEnd), segmenter::segment);
    nextWord = 0;
  }
}
