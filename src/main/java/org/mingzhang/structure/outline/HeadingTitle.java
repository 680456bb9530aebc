package org.mingzhang.structure.outline;

/**
 * The title at the start of a paragraph and the text after it.
 *
 * @param text title without white space and closing punctuation
 * @param endPunctuation punctuation between the title and the text after it, or at the end of the
 *     paragraph, without white space; empty if there is none
 * @param body rest of the paragraph after the title; empty if the title is the whole paragraph
 * @param form how the title ends
 */
record HeadingTitle(String text, String endPunctuation, String body, TitleForm form) {
  /** Creates a title that fills its paragraph, so that no text follows it. */
  static HeadingTitle ofWholeParagraph(String text) {
    return new HeadingTitle(text, "", "", TitleForm.PLAIN);
  }

  /** The form of a title according to its end, from the most reliable form to the least. */
  enum TitleForm {
    /** A budget subject up to （项） or （类）. */
    BUDGET_ITEM,
    /** A named amount: 公务接待费支出…. */
    AMOUNT,
    /** The whole paragraph, short, without a full stop. */
    PLAIN,
    /** The whole paragraph, short, closed by a full stop or colon. */
    END_MARKED,
    /** A short title separated by a colon or full stop from the text after it. */
    RUN_IN,
    /** A run-in title that contains a comma. */
    RUN_IN_WITH_COMMA,
    /** A sentence or list entry, which is rarely a title. */
    SENTENCE
  }

  /** Whether text follows the title on the same line. */
  boolean isRunIn() {
    return !body.isEmpty();
  }
}
