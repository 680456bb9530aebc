package org.mingzhang.extract.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.mingzhang.extract.TextCleaner;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Joins the text between block boundaries into paragraphs and collapses white space as a browser
 * does. Not thread-safe.
 */
final class HtmlParagraphBuilder {
  /** Receives the paragraphs of a page in order. */
  interface ParagraphConsumer {
    /** A paragraph without line breaks. */
    void addParagraph(String text, int outlineLevel, boolean contents, Emphasis emphasis);
  }

  /** The formatting that the open elements give to the text inside them. */
  private record ElementContext(
      int outlineLevel, boolean contents, boolean centered, boolean bold) {}

  private final ParagraphConsumer sink;
  private final Deque<ElementContext> elementContexts = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private int linkDepth;
  private int linkedCharacters;
  private int boldDepth;
  private int boldCharacters;
  private String label = "";

  HtmlParagraphBuilder(ParagraphConsumer sink) {
    this.sink = sink;
    elementContexts.push(new ElementContext(0, false, false, false));
  }

  /** Enters a block. Its properties are inherited by nested blocks that declare none. */
  void enterBlock(int outlineLevel, boolean contents, boolean centered, boolean bold) {
    ElementContext outer = elementContexts.element();
    elementContexts.push(
        new ElementContext(
            outlineLevel > 0 ? outlineLevel : outer.outlineLevel(),
            contents || outer.contents(),
            centered || outer.centered(),
            bold || outer.bold()));
  }

  /** Adds to the number of open bold inline elements. */
  void changeBoldDepth(int step) {
    boldDepth += step;
  }

  /** Leaves the innermost block. */
  void leaveBlock() {
    elementContexts.pop();
  }

  /** Sets the number printed before the next paragraph. */
  void setLabel(String numeral) {
    label = numeral;
  }

  /** Enters an inline element; {@code link} is whether it links to a place on the same page. */
  void enterInlineElement(boolean link) {
    linkDepth += link ? 1 : 0;
  }

  /** Leaves an inline element. */
  void leaveInlineElement(boolean link) {
    linkDepth -= link ? 1 : 0;
  }

  void appendText(String text, boolean preformatted) {
    int before = line.length();
    if (preformatted) {
      text.lines().forEach(l -> line.append(l).append('\n'));
    } else {
      appendCollapsed(text);
    }
    linkedCharacters += linkDepth > 0 ? line.length() - before : 0;
    boldCharacters += boldDepth > 0 ? line.length() - before : 0;
  }

  private void appendCollapsed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space) {
        line.append(c);
      } else if (!line.isEmpty() && !Character.isWhitespace(line.charAt(line.length() - 1))) {
        line.append(' ');
      }
    }
  }

  void appendLineBreak() {
    line.append('\n');
  }

  /** Emits the current paragraph. */
  void endParagraph() {
    ElementContext elementContext = elementContexts.element();
    boolean contents = elementContext.contents() || consistsOfInternalLink();
    int length = line.toString().strip().length();
    boolean allBold = elementContext.bold() || (length > 0 && boldCharacters >= length);
    Emphasis emphasis = new Emphasis(allBold, elementContext.centered());
    for (String part : line.toString().split("\n", -1)) {
      String clean = TextCleaner.cleanToOneLine(part);
      if (!clean.isEmpty()) {
        sink.addParagraph(label + clean, elementContext.outlineLevel(), contents, emphasis);
        label = "";
      }
    }
    line.setLength(0);
    linkedCharacters = 0;
    boldCharacters = 0;
  }

  /**
   * Whether the paragraph consists of a link to another position on the page, as entries of
   * contents do.
   */
  private boolean consistsOfInternalLink() {
    return linkedCharacters > 2 && linkedCharacters >= line.toString().strip().length();
  }

  /** Appends a line to the text of a cell. */
  static void appendCellLine(StringBuilder text, String line) {
    text.append(text.isEmpty() ? "" : "\n").append(line);
  }
}
