package org.mingzhang.bench.corpus;

import java.util.List;

/**
 * The queries of a run, drawn from the corpus.
 *
 * @param aligned strings of 1 to 12 characters that begin and end at word boundaries
 * @param crossing strings of the same lengths that begin or end within a word
 * @param words one to three words of one section
 * @param bool combinations with AND, OR and NOT
 * @param ranges words within years
 * @param prefixes prefixes of names of agencies and of titles
 */
public record Queries(
    List<String> aligned,
    List<String> crossing,
    List<List<String>> words,
    List<String> bool,
    List<String> ranges,
    List<String> prefixes) {
  /** Copies the lists. */
  public Queries {
    aligned = List.copyOf(aligned);
    crossing = List.copyOf(crossing);
    words = List.copyOf(words);
    bool = List.copyOf(bool);
    ranges = List.copyOf(ranges);
    prefixes = List.copyOf(prefixes);
  }
}
