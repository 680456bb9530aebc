package org.mingzhang.extract.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Tracks the fields open at a position of a document; fields may span paragraphs. Only field
 * results are visible text, and results of TOC fields are tables of contents. Not thread-safe.
 */
final class WordFieldTracker {
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean result;

    private boolean isContents() {
      return result && instruction.toString().strip().toUpperCase(Locale.ROOT).startsWith("TOC");
    }
  }

  private final Deque<Field> open = new ArrayDeque<>();
  private int contentsControls;

  void beginField() {
    open.push(new Field());
  }

  void appendInstruction(String text) {
    Field field = open.peek();
    if (field != null) {
      field.instruction.append(text);
    }
  }

  void startResult() {
    Field field = open.peek();
    if (field != null) {
      field.result = true;
    }
  }

  void endField() {
    open.poll();
  }

  /** Enters a content control, which may be a table of contents. */
  void enterContents(boolean contents) {
    contentsControls += contents ? 1 : 0;
  }

  /** Leaves a content control. */
  void leaveContents(boolean contents) {
    contentsControls -= contents ? 1 : 0;
  }

  /** Whether text at this position is visible and not part of a field instruction. */
  boolean isShown() {
    return open.stream().allMatch(f -> f.result);
  }

  /** Whether this position is in a table of contents. */
  boolean isInContents() {
    return contentsControls > 0 || open.stream().anyMatch(Field::isContents);
  }
}
