package org.mingzhang.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Corrects spellings by pinyin: finds words of the vocabulary that sound like a part of the query
 * ({@code 三公经费} for {@code 三工经费}). Immutable.
 */
public final class HomophoneCorrector {
  private static final int MIN_WORD_LENGTH = 2;
  private static final int MAX_WORD_LENGTH = 8;

  private final Map<String, List<String>> wordsByPinyin = new HashMap<>();

  /** Creates an index of the {@link Vocabulary} by pinyin. */
  public HomophoneCorrector() {
    Vocabulary.words()
        .forEach(
            w -> wordsByPinyin.computeIfAbsent(Pinyin.full(w), p -> new ArrayList<>(1)).add(w));
  }

  /**
   * Copies of the text with one part of {@link #MIN_WORD_LENGTH} to {@link #MAX_WORD_LENGTH}
   * characters replaced by a homophone, longest replaced part first. Empty if any character has no
   * pinyin.
   */
  public List<String> findCorrections(String text) {
    List<String> corrections = new ArrayList<>();
    List<String> syllables = Pinyin.syllables(text);
    if (syllables.size() != text.length()) {
      return List.of();
    }
    for (int length = Math.min(MAX_WORD_LENGTH, text.length());
        length >= MIN_WORD_LENGTH;
        length--) {
      for (int from = 0; from + length <= text.length(); from++) {
        String part = text.substring(from, from + length);
        String sound = String.join("", syllables.subList(from, from + length));
        for (String word : wordsByPinyin.getOrDefault(sound, List.of())) {
          if (!word.equals(part)) {
            corrections.add(text.substring(0, from) + word + text.substring(from + length));
          }
        }
      }
    }
    return corrections;
  }
}
