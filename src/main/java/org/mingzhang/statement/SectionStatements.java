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
    Section section, List<Statement> statements, List<LabelledNumber> numbers) {
  /** Copies the lists. */
  public SectionStatements {
    statements = List.copyOf(statements);
    numbers = List.copyOf(numbers);
  }

  /** Index of the part of the section at an offset of its text. */
  public int paragraphAt(int offset) {
    int part = -1;
    for (int end = 0; end <= offset && part + 1 < section.body().size(); part++) {
      end += section.body().get(part + 1).text().length() + 1;
    }
    return Math.max(0, part);
  }
}
