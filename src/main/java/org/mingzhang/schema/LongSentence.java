package org.mingzhang.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.text.SearchNormalizer;

/**
 * A sentence so long that two agencies are unlikely to write it identically by chance; used to find
 * copied text.
 *
 * @param key hash of its normalized form
 * @param start offset of its first character in the text, in UTF-16 units
 * @param end offset after its last character
 * @param length length of its normalized form, in UTF-16 units
 */
public record LongSentence(String key, int start, int end, int length) {
  /** Minimum length of the sentence and of its normalized form, in UTF-16 units. */
  public static final int MIN_LENGTH = 16;

  private static final String SENTENCE_ENDS = "。；;！？!?\n\t";
  private static final int RADIX = 36;
  private static final int MAX_KEYS = 2_000;

  /**
   * Finds the sentences of a text that are long enough to be compared, in order. A cell of a table
   * counts as a sentence.
   */
  public static List<LongSentence> findAll(String text) {
    List<LongSentence> passages = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
        if (i - start >= MIN_LENGTH) {
          addSentence(passages, text, start, i);
        }
        start = i + 1;
      }
    }
    return passages;
  }

  private static void addSentence(List<LongSentence> sentences, String text, int start, int end) {
    String folded = SearchNormalizer.fold(text.substring(start, end));
    if (folded.length() >= MIN_LENGTH) {
      sentences.add(new LongSentence(key(folded), start, end, folded.length()));
    }
  }

  /** The distinct keys of the first long sentences of a text, at most {@value #MAX_KEYS}. */
  static Set<String> keys(String text) {
    Set<String> keys = new LinkedHashSet<>();
    for (LongSentence passage : findAll(text)) {
      if (keys.size() < MAX_KEYS) {
        keys.add(passage.key);
      }
    }
    return keys;
  }

  private static String key(String folded) {
    return Long.toUnsignedString(hash(folded), RADIX);
  }

  /** 64-bit FNV-1a over UTF-16 units. */
  static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }
}
