package org.mingzhang.bench.corpus;

import java.util.List;
import org.mingzhang.model.Disclosure;

/**
 * A document of a corpus.
 *
 * @param id its permalink id
 * @param disclosure the document
 * @param sectionIds slug of each section
 */
public record BenchDocument(String id, Disclosure disclosure, List<String> sectionIds) {
  /** Copies the list. */
  public BenchDocument {
    sectionIds = List.copyOf(sectionIds);
  }
}
