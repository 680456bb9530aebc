package org.mingzhang.structure.lattice;

/**
 * A piece of text between two separators: a cell or a part of one.
 *
 * @param text the text, without white space at its ends
 * @param separator the separator before it
 * @param emptyCellsBefore number of empty cells printed before it in its row
 * @param line index of its line
 * @param start index of its first character on the line, which is a position on a page in fixed
 *     pitch
 */
public record Chunk(String text, Separator separator, int emptyCellsBefore, int line, int start) {
  /** The chunk with another text at the same start; {@link #end} changes with its length. */
  public Chunk withText(String other) {
    return new Chunk(other, separator, emptyCellsBefore, line, start);
  }

  /** The chunk with another separator before it. */
  public Chunk withSeparator(Separator other) {
    return new Chunk(text, other, emptyCellsBefore, line, start);
  }

  /** The position after the last character of the chunk on its line. */
  public int end() {
    return start + text.length();
  }

  /**
   * Whether it is the first chunk of its line, as far as its separator shows; false after a {@link
   * Separator#PIPE}.
   */
  public boolean opensLine() {
    return separator == Separator.LINE_BREAK
        || separator == Separator.LONE_LINE
        || (separator == Separator.ROW_END && start == 0);
  }
}
