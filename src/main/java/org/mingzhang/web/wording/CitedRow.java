package org.mingzhang.web.wording;

import java.util.List;

/**
 * A row of an answer, for which a language model writes a sentence.
 *
 * @param number 1-based number of the row
 * @param agency the agency to which the value belongs
 * @param text its content: agency, account, year, perimeter, value with unit, change
 * @param change the part of {@code text} that states the change of the value, or empty
 * @param names names in the text that contain numerals, such as 三公经费 and 一般公共预算
 * @param statesRise whether it states that the value rose
 * @param statesFall whether it states that the value fell
 * @param address address of the place that states the value
 */
public record CitedRow(
    int number,
    String agency,
    String text,
    String change,
    List<String> names,
    boolean statesRise,
    boolean statesFall,
    String address) {
  /** Makes an immutable copy of the names. */
  public CitedRow {
    names = List.copyOf(names);
  }
}
