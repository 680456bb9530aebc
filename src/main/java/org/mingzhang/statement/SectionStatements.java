package org.mingzhang.statement;

import java.util.List;
import org.mingzhang.model.Section;

/**
 * The statements of a section.
 *
 * @param section the section
 * @param statements in the order in which their clauses end, so that a list follows its parts
 */
public record SectionStatements(Section section, List<Statement> statements) {
  /** Copies the statements. */
  public SectionStatements {
    statements = List.copyOf(statements);
  }
}
