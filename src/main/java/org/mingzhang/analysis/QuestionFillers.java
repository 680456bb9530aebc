package org.mingzhang.analysis;

import java.util.Set;

/**
 * Interrogative and filler words (哪些, 多少), read from {@code asides.txt}. They are optional in a
 * query: a matching text need not contain them. Immutable.
 */
public final class QuestionFillers {
  private final Set<String> words = Set.copyOf(WordListReader.read("asides.txt"));

  public boolean contains(String word) {
    return words.contains(word);
  }
}
