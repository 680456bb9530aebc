package org.mingzhang.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words of the field that mean the same, read from {@code synonyms.txt}.
 *
 * <p>Used on the query only, so that a change of the list needs no new index. Immutable.
 */
public final class Synonyms {
  private final Map<String, List<String>> groups = new HashMap<>();

  private Synonyms(List<String> lines) {
    for (String line : lines) {
      List<String> group = List.of(line.split("\\s+"));
      group.forEach(word -> groups.put(word, group));
    }
  }

  /** The list that comes with the program. */
  public static Synonyms standard() {
    return new Synonyms(ResourceLines.read("synonyms.txt"));
  }

  /** A list of groups, words separated by white space. */
  public static Synonyms of(String... lines) {
    return new Synonyms(List.of(lines));
  }

  /** The word and those that mean the same, the word itself first. */
  public List<String> of(String word) {
    List<String> group = groups.get(word);
    return group == null
        ? List.of(word)
        : Stream.concat(Stream.of(word), group.stream().filter(w -> !w.equals(word))).toList();
  }

  /** All words of the list. */
  public Stream<String> words() {
    return groups.keySet().stream();
  }
}
