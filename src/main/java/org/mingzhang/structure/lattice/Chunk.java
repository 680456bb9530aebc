package org.mingzhang.structure.lattice;

/**
 * A piece of text between two separators: a cell, or a part of one.
 *
 * @param text the text without blanks at its ends
 * @param separator what stands before it
 * @param empties number of empty cells printed before it in its row
 * @param line index of its line
 * @param start index of its first character on the line, as a column of a page in fixed pitch
 */
public record Chunk(String text, Separator separator, int empties, int line, int start) {
  /** Another text in the same place. */
  public Chunk with(String other) {
    return new Chunk(other, separator, empties, line, start);
  }

  /** The same text behind another separator. */
  public Chunk behind(Separator other) {
    return new Chunk(text, other, empties, line, start);
  }

  /** Index behind its last character on the line. */
  public int end() {
    return start + text.length();
  }

  /** Whether it is the first of its line. */
  public boolean opensLine() {
    return separator == Separator.LINE
        || separator == Separator.ALONE
        || (separator == Separator.ROW_END && start == 0);
  }
}
