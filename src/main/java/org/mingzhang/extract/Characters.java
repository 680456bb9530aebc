package org.mingzhang.extract;

/** Characters that a format carries and a reader does not see. */
public final class Characters {
  private Characters() {}

  /**
   * The text as seen: blanks of every width but the ideographic become spaces, tabs and line breaks
   * stay, invisible and control characters go, and so does white space at both ends.
   */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n') {
        out.append(c);
      } else if (isBlank(c)) {
        out.append(' ');
      } else if (!isInvisible(c)) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  /** The text on one line: white space that contains a tab or a line break becomes one space. */
  public static String oneLine(String text) {
    String clean = clean(text);
    if (clean.indexOf('\t') < 0 && clean.indexOf('\n') < 0) {
      return clean;
    }
    return clean.replaceAll("[ ]*[\\t\\n][ \\t\\n]*", " ");
  }

  /** Number of blanks before the text, as {@link #clean} leaves them out. */
  public static int indent(String text) {
    int blanks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c) && !Character.isWhitespace(c) && !isInvisible(c)) {
        break;
      }
      blanks += isInvisible(c) ? 0 : 1;
    }
    return blanks;
  }

  private static boolean isBlank(char c) {
    return c == '\u00a0' || (c >= '\u2000' && c <= '\u200a') || c == '\u202f' || c == '\u205f';
  }

  private static boolean isInvisible(char c) {
    return c < ' '
        || (c >= '\u007f' && c <= '\u009f')
        || c == '\u00ad'
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u2064')
        || c == '\ufeff'
        || (c >= '\ufff0' && c <= '\ufffc');
  }
}
