package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;

/** A row of a table with classification codes, under construction; confined to one thread. */
final class CodeTableRow {
  private final String code;
  private final StringBuilder name = new StringBuilder();
  private final List<String> amounts = new ArrayList<>();
  private int expectedNameLineCount;

  /** Creates a row; the code of the grand total is empty. */
  CodeTableRow(String code) {
    this.code = code;
  }

  /** Adds words of the row: numbers to its amounts, all others to its name. */
  void addWords(List<String> words) {
    for (String word : words) {
      if (FlatTableLine.isNumber(word)) {
        amounts.add(word);
      } else {
        name.append(word);
      }
    }
  }

  /** Adds the lines of the name above the code. Call it before {@link #addWords}. */
  void addNameAbove(List<String> lines) {
    lines.forEach(name::append);
    expectedNameLineCount = lines.size();
  }

  /** Adds a line of the name below the code. */
  void addNameBelow(String line) {
    name.append(line);
    expectedNameLineCount--;
  }

  /**
   * Number of lines of the name that are still expected, negative if more were added: a centered
   * cell has as many lines below the code as above it.
   */
  int expectedNameLines() {
    return expectedNameLineCount;
  }

  /** Whether no amount has been added to the row yet. */
  boolean hasNoAmounts() {
    return amounts.isEmpty();
  }

  String code() {
    return code;
  }

  String name() {
    return name.toString();
  }

  /** Converts the row to the form in which its amounts are assigned to columns. */
  AmountColumnAssigner.CodedAmountRow toAssignmentRow() {
    return new AmountColumnAssigner.CodedAmountRow(code, amounts);
  }
}
