package org.mingzhang.analysis;

import java.util.List;
import java.util.stream.Stream;

/** The words of the field: those of {@code vocabulary.txt} and those of the synonyms. */
public final class Vocabulary {
  private Vocabulary() {}

  /** All words, each once. */
  public static List<String> words() {
    return Stream.concat(ResourceLines.read("vocabulary.txt").stream(), Synonyms.standard().words())
        .distinct()
        .toList();
  }
}
