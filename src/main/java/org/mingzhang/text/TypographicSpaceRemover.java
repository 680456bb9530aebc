package org.mingzhang.text;

import java.util.regex.Pattern;

/**
 * Removes the spaces that justification and fonts insert between Chinese characters, letters and
 * digits.
 */
public final class TypographicSpaceRemover {
  private static final Pattern SPACES_BETWEEN_CHINESE =
      Pattern.compile(
          "(?=[ \\t\\u00a0\\u3000])(?<=[^\\x00-\\x7f])[ \\t\\u00a0\\u3000]+(?=[^\\x00-\\x7f])");
  private static final Pattern SPACES_BESIDE_CHINESE =
      Pattern.compile(
          "(?=[ \\t\\u00a0\\u3000])(?:(?<=[^\\x00-\\x7f])[ \\t\\u00a0\\u3000]+(?=[0-9A-Za-z(%.,:])"
              + "|(?<=[0-9A-Za-z)%.,:])[ \\t\\u00a0\\u3000]+(?=[^\\x00-\\x7f])"
              + "|(?<=[0-9])[ \\u00a0\\u3000]+(?=%))");
  private static final Pattern RUN_OF_SPACES = Pattern.compile("[ \\t\\u00a0\\u3000]{2,}");

  private TypographicSpaceRemover() {}

  /**
   * Removes the spaces of justification from prose: all beside Chinese characters, and all but one
   * between Latin words. Not for table rows, where a space separates cells.
   */
  public static String removeJustification(String prose) {
    if (prose.chars().noneMatch(c -> c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000')) {
      return prose.strip();
    }
    String closed = SPACES_BETWEEN_CHINESE.matcher(prose).replaceAll("");
    closed = SPACES_BESIDE_CHINESE.matcher(closed).replaceAll("");
    return RUN_OF_SPACES.matcher(closed).replaceAll(" ").strip();
  }

  /**
   * The text without white space, including no-break, ideographic and zero-width spaces; for
   * comparisons and titles.
   */
  public static String remove(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSpace(text.charAt(i))) {
        return removeFrom(i, text);
      }
    }
    return text;
  }

  private static String removeFrom(int firstSpace, String text) {
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, firstSpace);
    for (int i = firstSpace; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /**
   * Whether a character is ASCII white space or a no-break (U+00A0), ideographic (U+3000) or
   * zero-width space. Trap: en, em and thin spaces (U+2000 to U+200A) are none.
   */
  public static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\u200b'
        || c == '\ufeff';
  }
}
