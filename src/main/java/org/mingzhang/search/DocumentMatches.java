package org.mingzhang.search;

import java.util.List;

/**
 * All hits of a query in one document.
 *
 * @param occurrences how often its words occur
 * @param pages 1-based pages on which they occur, ascending
 * @param sections the sections, in reading order
 */
public record DocumentMatches(int occurrences, List<Integer> pages, List<Hit> sections) {
  /** Copies the lists. */
  public DocumentMatches {
    pages = List.copyOf(pages);
    sections = List.copyOf(sections);
  }

  /** Sums up the hits of sections. */
  static DocumentMatches of(List<Hit> sections) {
    return new DocumentMatches(
        sections.stream().mapToInt(Hit::occurrences).sum(),
        sections.stream().flatMap(hit -> hit.pages().stream()).distinct().sorted().toList(),
        sections);
  }
}
