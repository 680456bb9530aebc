package org.mingzhang.statement;

import java.util.List;

/**
 * The statements of the prose of a document.
 *
 * @param sections the sections in reading order, each with its statements
 * @param complete whether the whole document was read; otherwise the last sections have no
 *     statements
 */
public record DocumentStatements(List<SectionStatements> sections, boolean complete) {
  /** Makes an immutable copy of the sections. */
  public DocumentStatements {
    sections = List.copyOf(sections);
  }

  /** Number of statements. */
  public int size() {
    return sections.stream().mapToInt(s -> s.statements().size()).sum();
  }
}
