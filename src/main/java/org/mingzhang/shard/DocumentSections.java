package org.mingzhang.shard;

import java.util.Comparator;
import java.util.List;
import org.mingzhang.search.Hit;

/**
 * The matching sections of one document.
 *
 * @param sections hits of the sections, in reading order
 */
record DocumentSections(List<Hit> sections) {
  private static final int MAX_SNIPPETS = 3;

  /** Makes an immutable copy of the list. */
  DocumentSections {
    sections = List.copyOf(sections);
  }

  /**
   * A copy of the document's hit with the total occurrences and the pages of its sections, and with
   * the best snippet of each of the {@link #MAX_SNIPPETS} sections with the most occurrences; the
   * hit itself if there are no sections.
   */
  Hit extendDocumentHit(Hit document) {
    if (sections.isEmpty()) {
      return document;
    }
    List<List<Hit.Fragment>> snippets =
        sections.stream()
            .sorted(Comparator.comparingInt(Hit::occurrences).reversed())
            .flatMap(section -> section.snippets().stream().limit(1))
            .limit(MAX_SNIPPETS)
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
