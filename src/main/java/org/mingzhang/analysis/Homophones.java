package org.mingzhang.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of the field by their sound: finds the one that somebody meant who typed another with the
 * same pinyin ({@code 三工经费} for {@code 三公经费}). Immutable.
 */
public final class Homophones {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;

  private final Map<String, List<String>> words = new HashMap<>();

  /** The words of the field's own list and of the synonyms. */
  public Homophones() {
    Vocabulary.words()
        .forEach(w -> words.computeIfAbsent(Pinyin.full(w), p -> new ArrayList<>(1)).add(w));
  }

  /** The text with one part replaced by a word that sounds the same, longest part first. */
  public List<String> corrections(String text) {
    List<String> corrections = new ArrayList<>();
    List<String> syllables = Pinyin.syllables(text);
    if (syllables.size() != text.length()) {
      return List.of();
    }
    for (int length = Math.min(LONGEST, text.length()); length >= SHORTEST; length--) {
      for (int from = 0; from + length <= text.length(); from++) {
        String part = text.substring(from, from + length);
        String sound = String.join("", syllables.subList(from, from + length));
        for (String word : words.getOrDefault(sound, List.of())) {
          if (!word.equals(part)) {
            corrections.add(text.substring(0, from) + word + text.substring(from + length));
          }
        }
      }
    }
    return corrections;
  }
}
