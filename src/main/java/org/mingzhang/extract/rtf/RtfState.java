package org.mingzhang.extract.rtf;

/** What holds inside one group of an RTF file and is restored at its end. */
final class RtfState {
  /** Where text goes. */
  enum Target {
    BODY,
    /** Text that is not shown, such as headers and pictures. */
    NOWHERE,
    /** The numeral that the word processor put before a paragraph. */
    LABEL,
    /** The instruction of a field. */
    INSTRUCTION,
    /** The table of fonts. */
    FONTS,
    /** The sheet of styles. */
    STYLES,
    /** Properties of the file. */
    TITLE,
    AUTHOR
  }

  Target target = Target.BODY;
  boolean hidden;
  boolean deleted;
  boolean contents;
  int font;
  int asianFont;
  int unicodeSkip = 1;

  /** A copy for a group inside. */
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

  /** Whether text is seen. */
  boolean isShown() {
    return !hidden && !deleted;
  }
}
