package org.mingzhang.analysis;

import java.util.Set;

/**
 * Words by which people ask without saying what for (哪些, 多少), read from {@code asides.txt}: a text
 * that answers need not hold them. Used on the query only. Immutable.
 */
public final class QuestionFillers {
  private final Set<String> words = Set.copyOf(ResourceLines.read("asides.txt"));

  /** Whether a word is one of them. */
  public boolean contains(String word) {
    return words.contains(word);
  }
}
