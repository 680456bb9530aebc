package org.mingzhang.web.assistant;

/**
 * Text of a published document on its way to a language model: cut to a length, without characters
 * that a person reading the page would not see. Invisible characters (Unicode tags, bidirectional
 * controls, zero-width characters, variation selectors) can carry instructions that no editor
 * finds.
 */
final class DocumentText {
  private DocumentText() {}

  /** A text without invisible characters. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(DocumentText::visible).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Text without control characters, cut behind some number of characters. */
  static String clean(String text, int most) {
    String clean = clean(text.substring(0, Math.min(text.length(), 4 * most)));
    if (clean.length() <= most) {
      return clean;
    }
    int end = Character.isLowSurrogate(clean.charAt(most)) ? most - 1 : most;
    return clean.substring(0, end) + "…";
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT, Character.UNASSIGNED, Character.SURROGATE -> false;
      default -> !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF);
    };
  }
}
