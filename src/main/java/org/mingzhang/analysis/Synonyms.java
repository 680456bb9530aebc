package org.mingzhang.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Synonyms and related words, read from {@code synonyms.txt}.
 *
 * <p>They expand queries, not documents. The {@link Segmenter} has the words in its dictionary as
 * well, so a word that is new in the list is found in documents only after they are indexed again.
 * Immutable.
 */
public final class Synonyms {
  private static final String RELATED_SEPARATOR = ">";

  private final Map<String, List<String>> synonymsByWord = new HashMap<>();
  private final Map<String, List<String>> relatedByWord = new HashMap<>();

  private Synonyms(List<String> lines) {
    for (String line : lines) {
      List<String> words = List.of(line.split("\\s+", -1));
      int mark = words.indexOf(RELATED_SEPARATOR);
      List<String> group = mark < 0 ? words : words.subList(0, mark);
      for (String word : group) {
        synonymsByWord.put(word, group);
        relatedByWord.put(word, mark < 0 ? List.of() : words.subList(mark + 1, words.size()));
      }
    }
  }

  /** Reads the list that comes with the program, anew at each call. */
  public static Synonyms standard() {
    return new Synonyms(WordListReader.read("synonyms.txt"));
  }

  /** The word itself, followed by its synonyms. */
  public List<String> expand(String word) {
    List<String> group = synonymsByWord.get(word);
    return group == null
        ? List.of(word)
        : Stream.concat(Stream.of(word), group.stream().filter(w -> !w.equals(word))).toList();
  }

  /** Related words, which are to have a lower weight than synonyms; empty if there are none. */
  public List<String> findRelatedWords(String word) {
    return relatedByWord.getOrDefault(word, List.of());
  }

  /** All words of the list. */
  public Stream<String> words() {
    return Stream.concat(
            synonymsByWord.keySet().stream(), relatedByWord.values().stream().flatMap(List::stream))
        .distinct();
  }
}
