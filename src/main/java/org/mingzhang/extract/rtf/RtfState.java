package org.mingzhang.extract.rtf;

/** The formatting state of a group of an RTF file, restored when the group ends. */
final class RtfState {
  /** Where the text of a group goes, such as the body or a property of the file. */
  enum TextDestination {
    /** The visible text. */
    BODY,
    /** Text that is not shown, such as headers and pictures. */
    DISCARDED,
    /** The list number before a paragraph. */
    LABEL,
    /** The instruction of a field. */
    INSTRUCTION,
    /** The font table. */
    FONTS,
    /** The style sheet. */
    STYLES,
    /** The title among the properties of the file. */
    TITLE,
    /** The author among the properties of the file. */
    AUTHOR
  }

  TextDestination destination = TextDestination.BODY;
  boolean textHidden;
  boolean textDeleted;
  boolean inTableOfContents;
  int font;
  int asianFont;

  /**
   * Number of bytes after a Unicode character that repeat it for readers without Unicode (control
   * word {@code uc}).
   */
  int unicodeFallbackBytes = 1;

  /** A copy for a nested group. */
  RtfState copy() {
    RtfState copy = new RtfState();
    copy.destination = destination;
    copy.textHidden = textHidden;
    copy.textDeleted = textDeleted;
    copy.inTableOfContents = inTableOfContents;
    copy.font = font;
    copy.asianFont = asianFont;
    copy.unicodeFallbackBytes = unicodeFallbackBytes;
    return copy;
  }

  /** Whether text is neither hidden nor deleted. */
  boolean isTextVisible() {
    return !textHidden && !textDeleted;
  }
}
