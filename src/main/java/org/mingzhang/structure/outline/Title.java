package org.mingzhang.structure.outline;

/**
 * The title that a paragraph holds, and what follows it on the same line.
 *
 * @param text title without white space and closing punctuation
 * @param body rest of the paragraph after the title, empty where the title is the whole paragraph
 * @param form how the title ends
 */
record Title(String text, String body, Form form) {
  /** How a title ends, the surest first. */
  enum Form {
    /** A budget subject up to （项） or （类）. */
    SUBJECT,
    /** A named amount: 公务接待费支出…. */
    AMOUNT,
    /** The whole paragraph, short, without a full stop. */
    PLAIN,
    /** The whole paragraph, short, closed by a full stop or colon. */
    CLOSED,
    /** A short title parted by a colon or full stop from the text after it. */
    RUN_IN,
    /** The same with a comma inside the title. */
    LOOSE_RUN_IN,
    /** A sentence or list entry: hardly a title. */
    SENTENCE
  }

  /** Whether text follows on the title's own line. */
  boolean runIn() {
    return !body.isEmpty();
  }
}
