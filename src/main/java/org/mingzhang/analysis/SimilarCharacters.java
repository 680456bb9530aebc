package org.mingzhang.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups of visually similar characters, which writers and OCR confuse. Immutable. */
public final class SimilarCharacters {
  private static final int MAX_VARIANTS = 20;

  private final Map<Character, String> similarByCharacter = new HashMap<>();

  /** Reads the list that comes with the program. */
  public SimilarCharacters() {
    for (String group : WordListReader.read("similar.txt")) {
      for (int i = 0; i < group.length(); i++) {
        char c = group.charAt(i);
        similarByCharacter.merge(c, group, String::concat);
      }
    }
  }

  /**
   * Copies of the text with one character replaced by a similar one. No further characters are
   * replaced once there are at least {@link #MAX_VARIANTS} copies.
   */
  public List<String> createVariants(String text) {
    List<String> variants = new ArrayList<>();
    for (int i = 0; i < text.length() && variants.size() < MAX_VARIANTS; i++) {
      for (char other : similarByCharacter.getOrDefault(text.charAt(i), "").toCharArray()) {
        if (other != text.charAt(i)) {
          variants.add(text.substring(0, i) + other + text.substring(i + 1));
        }
      }
    }
    return variants;
  }
}
