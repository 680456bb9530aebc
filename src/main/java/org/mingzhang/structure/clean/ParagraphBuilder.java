package org.mingzhang.structure.clean;

import org.mingzhang.model.TextBlock;

/** Builds a paragraph from lines for {@link LineJoinPass}. */
final class ParagraphBuilder {
  private final TextBlock firstLine;
  private final StringBuilder text;
  private TextBlock lastLine;
  private int lineCount = 1;

  /** Number of characters inspected at each end of a paragraph. */
  private static final int INSPECTED_LENGTH = 300;

  /** Maximum length, in characters, of a label such as 附件1： or 第一部分. */
  private static final int MAX_LABEL_LENGTH = 60;

  /** Starts a paragraph with its first line. */
  ParagraphBuilder(TextBlock firstLine) {
    this.firstLine = firstLine;
    this.lastLine = firstLine;
    this.text = new StringBuilder(firstLine.text());
  }

  /**
   * The text so far; only the beginning and the end of a long paragraph, which are enough to decide
   * whether it continues. This keeps the cost per line constant.
   */
  String textOrBothEnds() {
    return text.length() <= 2 * INSPECTED_LENGTH
        ? text.toString()
        : text.substring(0, INSPECTED_LENGTH) + text.substring(text.length() - INSPECTED_LENGTH);
  }

  /** The line that was joined last. */
  TextBlock lastLine() {
    return lastLine;
  }

  int lineCount() {
    return lineCount;
  }

  /**
   * Appends a line, after a blank if the paragraph is only a label so far or if two Latin letters
   * would meet. The line must not be empty.
   */
  void appendLine(TextBlock line) {
    boolean latin =
        text.length() > 0
            && isLetter(text.charAt(text.length() - 1))
            && isLetter(line.text().charAt(0));
    boolean label =
        text.length() <= MAX_LABEL_LENGTH
            && (LineJoinPass.LABEL.matcher(text).matches()
                || LineJoinPass.ANNEX.matcher(text).matches());
    if (latin || label) {
      text.append(' ');
    }
    text.append(line.text());
    lastLine = line;
    lineCount++;
  }

  TextBlock toBlock() {
    return firstLine.asParagraph(text.toString());
  }

  private static boolean isLetter(char c) {
    return c < 0x80 && Character.isLetter(c);
  }
}
