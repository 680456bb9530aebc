package org.mingzhang.extract.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.mingzhang.extract.TextCleaner;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Joins the text between block boundaries into paragraphs and collapses white space as a browser
 * does. Not thread-safe.
 */
final class HtmlParagraphBuilder {
  /** Receives the paragraphs of a page in order. */
  interface ParagraphConsumer {
    /**
     * A paragraph without line breaks.
     *
     * @param outlineLevel 1-based; 0 for body text
     * @param inTableOfContents whether it is declared an entry of contents or is a link inside the
     *     page as a whole
     */
    void addParagraph(String text, int outlineLevel, boolean inTableOfContents, Emphasis emphasis);
  }

  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

  /** The formatting that the open blocks give to the text inside them. */
  private record ElementContext(
      int outlineLevel, boolean inContents, boolean centered, boolean bold) {}

  private final ParagraphConsumer sink;
  private final Deque<ElementContext> elementContexts = new ArrayDeque<>();
  private final StringBuilder paragraphText = new StringBuilder();
  private int linkDepth;
  private int linkedCharacterCount;
  private int boldDepth;
  private int boldCharacterCount;
  private String listLabel = "";

  HtmlParagraphBuilder(ParagraphConsumer sink) {
    this.sink = sink;
    elementContexts.push(new ElementContext(0, false, false, false));
  }

  /**
   * Enters a block, which inherits what it does not declare itself from the enclosing block. {@link
   * #leaveBlock} must follow.
   *
   * @param outlineLevel 1-based; 0 if it declares none
   */
  void enterBlock(int outlineLevel, boolean inTableOfContents, boolean centered, boolean bold) {
    ElementContext outer = elementContexts.element();
    elementContexts.push(
        new ElementContext(
            outlineLevel > 0 ? outlineLevel : outer.outlineLevel(),
            inTableOfContents || outer.inContents(),
            centered || outer.centered(),
            bold || outer.bold()));
  }

  /**
   * Adds to the number of open bold inline elements.
   *
   * @param step 1 at the start of one, −1 at its end
   */
  void changeBoldDepth(int step) {
    boldDepth += step;
  }

  /** Leaves the innermost block. */
  void leaveBlock() {
    elementContexts.pop();
  }

  /**
   * Sets the number of a list item, which is put before the next paragraph with text; empty at the
   * end of the item, since a number without text is not shown.
   */
  void setLabel(String labelText) {
    listLabel = labelText;
  }

  /** Enters an inline element; {@code isLink} is whether it links to a place on the same page. */
  void enterInlineElement(boolean isLink) {
    linkDepth += isLink ? 1 : 0;
  }

  /** Ends an inline element; text after a link is then no longer counted as linked. */
  void leaveInlineElement(boolean isLink) {
    linkDepth -= isLink ? 1 : 0;
  }

  /**
   * Appends text to the current paragraph.
   *
   * @param preformatted whether white space and line ends are kept; otherwise runs of white space
   *     become one space
   */
  void appendText(String text, boolean preformatted) {
    int before = paragraphText.length();
    if (preformatted) {
      paragraphText.append(LINE_END.matcher(text).replaceAll("\n"));
    } else {
      appendCollapsed(text);
    }
    linkedCharacterCount += linkDepth > 0 ? paragraphText.length() - before : 0;
    boldCharacterCount += boldDepth > 0 ? paragraphText.length() - before : 0;
  }

  private void appendCollapsed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space) {
        paragraphText.append(c);
      } else if (!paragraphText.isEmpty()
          && !Character.isWhitespace(paragraphText.charAt(paragraphText.length() - 1))) {
        paragraphText.append(' ');
      }
    }
  }

  /** Appends a line break, at which the text becomes another paragraph. */
  void appendLineBreak() {
    paragraphText.append('\n');
  }

  /**
   * Passes the current text to the consumer, one paragraph for each line that is not blank, and
   * starts anew.
   */
  void endParagraph() {
    ElementContext elementContext = elementContexts.element();
    boolean contents = elementContext.inContents() || consistsOfInternalLink();
    int length = paragraphText.toString().strip().length();
    boolean allBold = elementContext.bold() || (length > 0 && boldCharacterCount >= length);
    Emphasis emphasis = new Emphasis(allBold, elementContext.centered());
    for (String part : paragraphText.toString().split("\n", -1)) {
      String clean = TextCleaner.cleanToOneLine(part);
      if (!clean.isEmpty()) {
        sink.addParagraph(listLabel + clean, elementContext.outlineLevel(), contents, emphasis);
        listLabel = "";
      }
    }
    paragraphText.setLength(0);
    linkedCharacterCount = 0;
    boldCharacterCount = 0;
  }

  /**
   * Whether all of the text, at least three characters, is in links to positions on the page, as in
   * entries of contents.
   */
  private boolean consistsOfInternalLink() {
    return linkedCharacterCount > 2
        && linkedCharacterCount >= paragraphText.toString().strip().length();
  }

  /** Appends a line to the text of a cell; a line break separates the lines. */
  static void appendCellLine(StringBuilder text, String line) {
    text.append(text.isEmpty() ? "" : "\n").append(line);
  }
}
