package org.mingzhang.web.assistant;

/**
 * Estimates the number of tokens of a text. The estimate is higher than the count of usual
 * tokenizers of language models: one for each character outside ASCII, one for two ASCII
 * characters.
 */
final class TokenEstimator {
  /** Minimum budget of an answer, in tokens. */
  static final int MIN_TOKENS = 3_000;

  /** Maximum budget of an answer, in tokens. */
  static final int MAX_TOKENS = 20_000;

  /** Budget of an answer if the caller gives none, in tokens. */
  static final int DEFAULT_TOKENS = 6_000;

  private TokenEstimator() {}

  /** Estimates the tokens of a text: one for each character beyond ASCII, one for two others. */
  static int estimate(CharSequence text) {
    int wide = 0;
    for (int i = 0; i < text.length(); i++) {
      wide += text.charAt(i) > 0x7F ? 1 : 0;
    }
    return wide + (text.length() - wide + 1) / 2;
  }

  /**
   * End offset, exclusive, of the longest part of a text that starts at an offset and fits a number
   * of tokens; {@code from} if nothing fits. A surrogate pair is not split.
   */
  static int fittingEnd(String text, int from, int maxTokens) {
    int halves = 2 * maxTokens;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      // a character that JSON escapes counts as two
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
