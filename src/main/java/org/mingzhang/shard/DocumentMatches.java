package org.mingzhang.shard;

import java.util.Comparator;
import java.util.List;
import org.mingzhang.search.Hit;

/**
 * All hits of a query in one document.
 *
 * @param sections the sections, in reading order
 */
record DocumentMatches(List<Hit> sections) {
  private static final int SNIPPETS = 3;

  /** Copies the list. */
  DocumentMatches {
    sections = List.copyOf(sections);
  }

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
        sections.stream().mapToInt(Hit::occurrences).sum(),
        sections.stream().flatMap(hit -> hit.pages().stream()).distinct().sorted().toList(),
        document.amount(),
        document.values());
  }
}
