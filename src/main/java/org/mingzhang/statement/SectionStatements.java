package org.mingzhang.statement;

import java.util.List;
import org.mingzhang.model.Section;

/**
 * The statements read from the prose of one section, with its labeled numbers.
 *
 * @param section the section
 * @param statements in the order in which their clauses end; a list therefore follows its parts
 * @param numbers its amounts of money and percentages, in reading order
 */
public record SectionStatements(
    Section section, List<Statement> statements, List<LabeledNumber> numbers) {
  /** Makes an immutable copy of the lists. */
  public SectionStatements {
    statements = List.copyOf(statements);
    numbers = List.copyOf(numbers);
  }
}
