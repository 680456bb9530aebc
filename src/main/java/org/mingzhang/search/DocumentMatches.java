package org.mingzhang.search;

import java.util.Comparator;
import java.util.List;

/**
 * All hits of a query in one document.
 *
 * @param occurrences how often its words occur
 * @param pages 1-based pages on which they occur, ascending
 * @param sections the sections, in reading order
 */
record DocumentMatches(int occurrences, List<Integer> pages, List<Hit> sections) {
  /** Copies the lists. */
  DocumentMatches {
    pages = List.copyOf(pages);
    sections = List.copyOf(sections);
  }

  private static final int SNIPPETS = 3;

  /** The document's hit with the passages, counts and pages of its sections. */
  Hit onto(Hit document) {
    if (sections.isEmpty()) {
      return document;
    }
    List<List<Hit.Fragment>> snippets =
        sections.stream()
            .sorted(Comparator.comparingInt(Hit::occurrences).reversed())
            .flatMap(section -> section.snippets().stream().limit(1))
            .limit(SNIPPETS)
            .toList();
    return new Hit(
        document.id(),
        document.scope(),
        document.documentId(),
        document.documentTitle(),
        document.path(),
        document.title(),
        document.agency(),
        document.region(),
        document.year(),
        document.category(),
        document.topic(),
        document.page(),
        snippets,
        occurrences,
        pages,
        document.amount(),
        document.values());
  }

  /** Sums up the hits of sections. */
  static DocumentMatches of(List<Hit> sections) {
    return new DocumentMatches(
        sections.stream().mapToInt(Hit::occurrences).sum(),
        sections.stream().flatMap(hit -> hit.pages().stream()).distinct().sorted().toList(),
        sections);
  }
}
