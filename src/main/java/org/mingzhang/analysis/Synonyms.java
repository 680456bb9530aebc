package org.mingzhang.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words of the field that mean the same, read from {@code synonyms.txt}.
 *
 * <p>Used on the query only; but the words are known to the {@link Segmenter} as well, so that a
 * new word of the list is found in old documents only when they are indexed anew. Immutable.
 */
public final class Synonyms {
  private static final String LESSER = ">";

  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, List<String>> lesser = new HashMap<>();

  private Synonyms(List<String> lines) {
    for (String line : lines) {
      List<String> words = List.of(line.split("\\s+", -1));
      int mark = words.indexOf(LESSER);
      List<String> group = mark < 0 ? words : words.subList(0, mark);
      for (String word : group) {
        groups.put(word, group);
        lesser.put(word, mark < 0 ? List.of() : words.subList(mark + 1, words.size()));
      }
    }
  }

  /** The list that comes with the program. */
  public static Synonyms standard() {
    return new Synonyms(ResourceLines.read("synonyms.txt"));
  }

  /** The word and those that mean the same, the word itself first. */
  public List<String> of(String word) {
    List<String> group = groups.get(word);
    return group == null
        ? List.of(word)
        : Stream.concat(Stream.of(word), group.stream().filter(w -> !w.equals(word))).toList();
  }

  /** Related words, of lower weight than synonyms, that may be meant where a word is asked for. */
  public List<String> lesser(String word) {
    return lesser.getOrDefault(word, List.of());
  }

  /** All words of the list. */
  public Stream<String> words() {
    return Stream.concat(groups.keySet().stream(), lesser.values().stream().flatMap(List::stream))
        .distinct();
  }
}
