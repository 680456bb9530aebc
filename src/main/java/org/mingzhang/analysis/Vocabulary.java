package org.mingzhang.analysis;

import java.util.List;
import java.util.stream.Stream;

/** The domain vocabulary: words of {@code vocabulary.txt} and of {@link Synonyms}. */
public final class Vocabulary {
  private Vocabulary() {}

  /** All words, each once. The lists are read anew at each call. */
  public static List<String> words() {
    return Stream.concat(
            WordListReader.read("vocabulary.txt").stream(), Synonyms.standard().words())
        .distinct()
        .toList();
  }
}
