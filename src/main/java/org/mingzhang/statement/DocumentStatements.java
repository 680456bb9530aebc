package org.mingzhang.statement;

import java.util.List;

/**
 * The statements of the prose of a document.
 *
 * @param sections the sections that were read, in reading order, each with its statements;
 *     glossaries are left out
 * @param wholeDocumentRead whether the whole document was read; otherwise the last sections are
 *     missing, and the last one present may be incomplete
 */
public record DocumentStatements(List<SectionStatements> sections, boolean wholeDocumentRead) {
  /** Makes an immutable copy of the sections. */
  public DocumentStatements {
    sections = List.copyOf(sections);
  }

  /** Number of statements. */
  public int size() {
    return sections.stream().mapToInt(s -> s.statements().size()).sum();
  }
}
