package org.mingzhang.extract.rtf;

/** The formatting state of a group of an RTF file, restored when the group ends. */
final class RtfState {
  /** Where the text of a group goes, such as the body or a property of the file. */
  enum TextDestination {
    BODY,
    /** Text that is not shown, such as headers and pictures. */
    NOWHERE,
    /** The list number before a paragraph. */
    LABEL,
    /** The instruction of a field. */
    INSTRUCTION,
    FONTS,
    STYLES,
    /** Properties of the file. */
    TITLE,
    AUTHOR
  }

  TextDestination target = TextDestination.BODY;
  boolean hidden;
  boolean deleted;
  boolean contents;
  int font;
  int asianFont;
  int unicodeSkip = 1;

  /** A copy for a nested group. */
  RtfState copy() {
    RtfState copy = new RtfState();
    copy.target = target;
    copy.hidden = hidden;
    copy.deleted = deleted;
    copy.contents = contents;
    copy.font = font;
    copy.asianFont = asianFont;
    copy.unicodeSkip = unicodeSkip;
    return copy;
  }

  /** Whether text is visible. */
  boolean isShown() {
    return !hidden && !deleted;
  }
}
