package org.mingzhang.extract;

import java.util.stream.Stream;

/**
 * Removes characters that readers do not see, such as control and zero-width characters, and
 * replaces spaces of unusual widths.
 */
public final class TextCleaner {
  private TextCleaner() {}

  /**
   * The visible text: non-breaking and typographic spaces become U+0020 (the ideographic space
   * stays inside the text), tabs and line feeds stay, invisible and control characters including
   * carriage returns are removed, and leading and trailing white space is stripped.
   */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n') {
        out.append(c);
      } else if (isTypographicSpace(c)) {
        out.append(' ');
      } else if (!isInvisible(c)) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  /**
   * The {@link #clean cleaned} text on one line: each run of tabs and line feeds, with the spaces
   * around it, becomes one space.
   */
  public static String cleanToOneLine(String text) {
    String clean = clean(text);
    if (clean.indexOf('\t') < 0 && clean.indexOf('\n') < 0) {
      return clean;
    }
    return clean.replaceAll("[ ]*[\\t\\n][ \\t\\n]*", " ");
  }

  /** The cleaned lines of a text in order, without blank ones. */
  public static Stream<String> cleanLines(String text) {
    return text.lines().map(TextCleaner::cleanToOneLine).filter(line -> !line.isEmpty());
  }

  /**
   * Number of blanks before the text, which {@link #clean} removes. A tab and an ideographic space
   * count as one each.
   */
  public static int countIndent(String text) {
    int blanks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isTypographicSpace(c) && !Character.isWhitespace(c) && !isInvisible(c)) {
        break;
      }
      blanks += isInvisible(c) ? 0 : 1;
    }
    return blanks;
  }

  private static boolean isTypographicSpace(char c) {
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
