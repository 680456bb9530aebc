package org.mingzhang.web.assistant;

/**
 * Sanitizes text of published documents for language models. Invisible characters (Unicode tags,
 * bidirectional controls, zero-width characters, variation selectors) are removed, because they can
 * contain instructions that readers of the page do not see.
 */
final class PromptTextSanitizer {
  private PromptTextSanitizer() {}

  /** Removes invisible characters and control characters other than tab and line feed. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(PromptTextSanitizer::isVisible).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /**
   * Removes invisible characters and truncates to a number of characters; an ellipsis is appended
   * to a truncated text. Reads at most four times as many characters.
   */
  static String clean(String text, int maxLength) {
    String clean = clean(text.substring(0, Math.min(text.length(), 4 * maxLength)));
    if (clean.length() <= maxLength) {
      return clean;
    }
    int end = Character.isLowSurrogate(clean.charAt(maxLength)) ? maxLength - 1 : maxLength;
    return clean.substring(0, end) + "…";
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT, Character.UNASSIGNED, Character.SURROGATE -> false;
      default -> !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF);
    };
  }
}
