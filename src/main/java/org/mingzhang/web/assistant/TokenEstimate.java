package org.mingzhang.web.assistant;

/**
 * How many tokens a text takes, on the high side for the tokenizers of language models: one for a
 * character outside ASCII, one for two characters within it.
 */
final class TokenEstimate {
  /**
   * Fewest and most that an answer may be bounded by, and what it is bounded by if nothing is said.
   */
  static final int LEAST = 3_000;

  static final int MOST = 20_000;
  static final int USUAL = 6_000;

  private TokenEstimate() {}

  /** Tokens of a text. */
  static int of(CharSequence text) {
    int wide = 0;
    for (int i = 0; i < text.length(); i++) {
      wide += text.charAt(i) > 0x7F ? 1 : 0;
    }
    return wide + (text.length() - wide + 1) / 2;
  }

  /** How many characters of a text from an offset on take at most so many tokens. */
  static int fitting(String text, int from, int tokens) {
    int halves = 2 * tokens;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      // A character that JSON escapes takes two.
      halves -= c > 0x7F || c < 0x20 || c == '"' || c == '\\' ? 2 : 1;
      if (halves < 0) {
        break;
      }
      at++;
    }
    boolean split = at < text.length() && at > from && Character.isLowSurrogate(text.charAt(at));
    return split ? at - 1 : at;
  }
}
