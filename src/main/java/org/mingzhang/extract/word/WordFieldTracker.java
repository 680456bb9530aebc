package org.mingzhang.extract.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Tracks the fields open at a position of a document; fields may span paragraphs. Only field
 * results are visible text, and results of TOC fields are tables of contents. Not thread-safe.
 */
final class WordFieldTracker {
  /** A field that has begun: its instruction, and whether its result has been reached. */
  private static final class OpenField {
    private final StringBuilder instruction = new StringBuilder();
    private boolean resultReached;

    private boolean isTableOfContents() {
      return resultReached
          && instruction.toString().strip().toUpperCase(Locale.ROOT).startsWith("TOC");
    }
  }

  private final Deque<OpenField> openFields = new ArrayDeque<>();
  private int openContentsControlCount;

  /** Begins a field with its instruction. */
  void beginField() {
    openFields.push(new OpenField());
  }

  /** Adds to the instruction of the innermost field; no effect outside fields. */
  void appendInstruction(String text) {
    OpenField openField = openFields.peek();
    if (openField != null) {
      openField.instruction.append(text);
    }
  }

  /** Starts the result of the innermost field; no effect outside fields. */
  void startResult() {
    OpenField openField = openFields.peek();
    if (openField != null) {
      openField.resultReached = true;
    }
  }

  /** Ends the innermost field; no effect outside fields. */
  void endField() {
    openFields.poll();
  }

  /** Enters a content control, which may be a table of contents. */
  void enterContentControl(boolean isTableOfContents) {
    openContentsControlCount += isTableOfContents ? 1 : 0;
  }

  void leaveContentControl(boolean isTableOfContents) {
    openContentsControlCount -= isTableOfContents ? 1 : 0;
  }

  /** Whether text at this position is not part of the instruction of a field. */
  boolean isOutsideInstruction() {
    return openFields.stream().allMatch(f -> f.resultReached);
  }

  /** Whether this position is in a table of contents. */
  boolean isInContents() {
    return openContentsControlCount > 0
        || openFields.stream().anyMatch(OpenField::isTableOfContents);
  }
}
