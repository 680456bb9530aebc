package org.mingzhang.query;

import org.jspecify.annotations.Nullable;

/**
 * A phrase or a word of a query.
 *
 * @param text its text, without quotation marks if it is a phrase
 * @param isQuoted whether it is an exact string
 * @param tildeNumber number after {@code ~}, 1 if there is only the tilde, {@link
 *     #MAX_PHRASE_DISTANCE} if it has more than four digits, null if there is no tilde
 * @param isUnclosed whether the closing quotation mark is missing
 */
record QueryToken(
    String text, boolean isQuoted, @Nullable Integer tildeNumber, boolean isUnclosed) {
  /** Maximum distance of {@code "…"~n}, in characters. */
  static final int MAX_PHRASE_DISTANCE = 200;

  private static final String TILDE = "~～";

  /**
   * Consumes a phrase or a word. An adjacent phrase and word form one phrase, except that
   * typographic quotation marks inside a word (“三公”经费) are part of the word.
   *
   * @throws QuerySyntaxException if there is neither
   */
  static QueryToken consume(QueryCharStream in) {
    StringBuilder content = new StringBuilder();
    boolean quoted = false;
    boolean outside = false;
    boolean unclosed = false;
    int start = in.position();
    while (!in.isWordEnd(in.position())) {
      if (in.isNextOneOf(QueryCharacters.OPENING_QUOTES)) {
        quoted = true;
        unclosed |= consumeQuoted(in, content);
      } else if (in.isNextOneOf(TILDE) && !content.isEmpty() && isTildeSuffix(in)) {
        break;
      } else {
        outside = true;
        content.append(in.next());
      }
    }
    if (content.isEmpty() && !quoted) {
      throw new QuerySyntaxException();
    }
    String typed = in.substring(start, in.position());
    Integer tilde = consumeTilde(in);
    if (!quoted) {
      return new QueryToken(content.toString(), false, tilde, unclosed);
    }
    String text = QueryCharacters.collapseSpaces(QueryCharacters.withoutQuotes(content.toString()));
    boolean phrase = !outside || unclosed || !QueryCharacters.isWordWithTypographicQuotes(typed);
    return new QueryToken(text, phrase, tilde, unclosed);
  }

  /**
   * Consumes a quoted string and appends its text to {@code builder}; without a closing mark, the
   * rest of the query. Returns whether the closing mark is missing.
   */
  private static boolean consumeQuoted(QueryCharStream in, StringBuilder builder) {
    char opening = in.next();
    while (!in.isAtEnd()) {
      char c = in.next();
      if (QueryCharacters.isClosingQuoteOf(opening, c) && !isInnerQuote(in, opening)) {
        return false;
      }
      builder.append(c);
    }
    return true;
  }

  /** Whether the mark just consumed is part of the string, because a later one closes it. */
  private static boolean isInnerQuote(QueryCharStream in, char opening) {
    int next = in.position();
    if (isTokenEnd(in, next)) {
      return false;
    }
    for (int i = next; i < in.length(); i++) {
      if (QueryCharacters.isClosingQuoteOf(opening, in.charAt(i))) {
        return isTokenEnd(in, i + 1) && !QueryCharacters.isSpace(in.charAt(i - 1)) && i > next;
      }
    }
    return false;
  }

  private static boolean isTokenEnd(QueryCharStream in, int index) {
    return in.isWordEnd(index) || in.isOneOfAt(TILDE, index);
  }

  private static boolean isTildeSuffix(QueryCharStream in) {
    return isTokenEnd(in, in.skipDigitsFrom(in.position() + 1));
  }

  private static @Nullable Integer consumeTilde(QueryCharStream in) {
    if (!in.consumeIfAnyOf(TILDE)) {
      return null;
    }
    int start = in.position();
    in.moveTo(in.skipDigitsFrom(start));
    int digits = in.position() - start;
    if (digits == 0) {
      return 1;
    }
    return digits > 4
        ? (Integer) MAX_PHRASE_DISTANCE
        : Integer.valueOf(in.substring(start, in.position()));
  }
}
