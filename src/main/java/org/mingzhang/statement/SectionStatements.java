package org.mingzhang.statement;

import java.util.List;
import org.mingzhang.model.Section;

/**
 * The statements of a section.
 *
 * @param section the section
 * @param statements in the order in which their clauses end, so that a list follows its parts
 * @param numbers its amounts of money and percentages, in reading order
 */
public record SectionStatements(
    Section section, List<Statement> statements, List<LabeledNumber> numbers) {
  /** Copies the lists. */
  public SectionStatements {
    statements = List.copyOf(statements);
    numbers = List.copyOf(numbers);
  }
}
