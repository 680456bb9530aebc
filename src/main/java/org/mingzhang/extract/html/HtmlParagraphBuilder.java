package org.mingzhang.extract.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.mingzhang.extract.TextCleaner;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Gathers the text between two ends of blocks into paragraphs, white space collapsed as a browser
 * does. Not thread-safe.
 */
final class HtmlParagraphBuilder {
  /** Takes paragraphs. */
  interface Sink {
    /** A paragraph; its text has no line breaks. */
    void addParagraph(String text, int outlineLevel, boolean contents, Emphasis emphasis);
  }

  private record Context(int outlineLevel, boolean contents, boolean centred, boolean bold) {}

  private final Sink sink;
  private final Deque<Context> contexts = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private int linkDepth;
  private int linkedCharacters;
  private int boldDepth;
  private int boldCharacters;
  private String label = "";

  HtmlParagraphBuilder(Sink sink) {
    this.sink = sink;
    contexts.push(new Context(0, false, false, false));
  }

  /** Enters a block: what it declares holds for all within it that declares nothing itself. */
  void enterBlock(int outlineLevel, boolean contents, boolean centred, boolean bold) {
    Context outer = contexts.element();
    contexts.push(
        new Context(
            outlineLevel > 0 ? outlineLevel : outer.outlineLevel(),
            contents || outer.contents(),
            centred || outer.centred(),
            bold || outer.bold()));
  }

  /** Enters an inline element whose text is bold, or leaves it. */
  void changeBoldDepth(int step) {
    boldDepth += step;
  }

  /** Leaves the block entered last. */
  void leaveBlock() {
    contexts.pop();
  }

  /** The numeral of the list item that begins. */
  void setLabel(String numeral) {
    label = numeral;
  }

  /** Enters a link to a place on the same page, or another inline element. */
  void enterLink(boolean link) {
    linkDepth += link ? 1 : 0;
  }

  /** Leaves it. */
  void leaveLink(boolean link) {
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

  /** A line break that the page shows. */
  void appendLineBreak() {
    line.append('\n');
  }

  /** Ends the paragraph. */
  void endParagraph() {
    Context context = contexts.element();
    boolean contents = context.contents() || isOneLink();
    int length = line.toString().strip().length();
    boolean allBold = context.bold() || (length > 0 && boldCharacters >= length);
    Emphasis emphasis = new Emphasis(allBold, context.centred());
    for (String part : line.toString().split("\n", -1)) {
      String clean = TextCleaner.oneLine(part);
      if (!clean.isEmpty()) {
        sink.addParagraph(label + clean, context.outlineLevel(), contents, emphasis);
        label = "";
      }
    }
    line.setLength(0);
    linkedCharacters = 0;
    boldCharacters = 0;
  }

  /** A paragraph that is nothing but a link to another place on the page. */
  private boolean isOneLink() {
    return linkedCharacters > 2 && linkedCharacters >= line.toString().strip().length();
  }

  /** Adds a line to those of a cell. */
  static void joinLine(StringBuilder text, String line) {
    text.append(text.isEmpty() ? "" : "\n").append(line);
  }
}
