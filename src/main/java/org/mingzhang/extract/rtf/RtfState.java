package org.mingzhang.extract.rtf;

/** The formatting state of a group of an RTF file, restored when the group ends. */
final class RtfState {
  /** Where the text of a group goes, such as the body or a property of the file. */
  enum TextDestination {
    BODY,
    /** Text that is not shown, such as headers and pictures. */
    DISCARDED,
    /** The list number before a paragraph. */
    LABEL,
    /** The instruction of a field. */
    INSTRUCTION,
    FONTS,
    STYLES,
    /** The title in the properties of the file, as {@link #AUTHOR} is the author in them. */
    TITLE,
    AUTHOR
  }

  TextDestination destination = TextDestination.BODY;
  boolean hidden;
  boolean deleted;
  boolean inTableOfContents;
  int font;
  int asianFont;
  int unicodeFallbackBytes = 1;

  /** A copy for a nested group. */
  RtfState copy() {
    RtfState copy = new RtfState();
    copy.destination = destination;
    copy.hidden = hidden;
    copy.deleted = deleted;
    copy.inTableOfContents = inTableOfContents;
    copy.font = font;
    copy.asianFont = asianFont;
    copy.unicodeFallbackBytes = unicodeFallbackBytes;
    return copy;
  }

  /** Whether text is visible. */
  boolean isShown() {
    return !hidden && !deleted;
  }
}
