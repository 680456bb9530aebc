package org.mingzhang.statement;

import java.util.List;
import org.mingzhang.model.Section;

/**
 * The statements of a section.
 *
 * @param section the section
 * @param statements its statements in the order in which their clauses end; a list stands behind
 *     its parts
 */
public record SectionStatements(Section section, List<Statement> statements) {
  /** Copies the statements. */
  public SectionStatements {
    statements = List.copyOf(statements);
  }
}
