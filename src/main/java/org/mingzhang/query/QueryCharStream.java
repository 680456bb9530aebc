package org.mingzhang.query;

/**
 * The characters of a query with a current position, and methods that consume tokens. U+0000 is
 * replaced by a space.
 */
final class QueryCharStream {
  static final String OPENING_PARENTHESES = "(（";
  static final String CLOSING_PARENTHESES = ")）";

  private final String text;
  private int position;

  QueryCharStream(String text) {
    this.text = text.replace('\u0000', ' ');
  }

  boolean isAtEnd() {
    return position >= text.length();
  }

  int position() {
    return position;
  }

  void moveTo(int index) {
    position = index;
  }

  int length() {
    return text.length();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  /** Consumes and returns the next character; there must be one. */
  char next() {
    return text.charAt(position++);
  }

  String substring(int from, int to) {
    return text.substring(from, to);
  }

  void skipSpace() {
    position = skipSpaceFrom(position);
  }

  /** The position of the first non-space character at or after a position. */
  int skipSpaceFrom(int index) {
    int end = index;
    while (end < text.length() && QueryCharacters.isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The position of the first non-digit character at or after a position. */
  int skipDigitsFrom(int index) {
    int end = index;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether the next character is one of {@code characters}. */
  boolean isNextOneOf(String characters) {
    return isOneOfAt(characters, position);
  }

  /** Whether the character at a position is one of {@code characters}. */
  boolean isOneOfAt(String characters, int index) {
    return index < text.length() && characters.indexOf(text.charAt(index)) >= 0;
  }

  /** Whether a word ends at a position: at the end of the query, a space or a parenthesis. */
  boolean isWordEnd(int index) {
    return index >= text.length()
        || QueryCharacters.isSpace(text.charAt(index))
        || isOneOfAt(OPENING_PARENTHESES + CLOSING_PARENTHESES, index);
  }

  /** Consumes the next character if it is one of {@code characters}; returns whether it was. */
  boolean consumeIfAnyOf(String characters) {
    if (isNextOneOf(characters)) {
      position++;
      return true;
    }
    return false;
  }

  /** Consumes one or two of the given characters. Returns false if there is none. */
  boolean consumeOneOrTwo(String characters) {
    boolean one = consumeIfAnyOf(characters);
    if (one) {
      consumeIfAnyOf(characters);
    }
    return one;
  }

  /**
   * Consumes the first of the words with which the remaining text starts. Returns false if there is
   * none.
   */
  boolean consumeIfAnyWord(String... words) {
    for (String word : words) {
      if (text.startsWith(word, position)) {
        position += word.length();
        return true;
      }
    }
    return false;
  }

  /**
   * Consumes an operator word if it is next and is followed by a space, an opening parenthesis or
   * the end of the query. Returns whether it was consumed.
   */
  boolean consumeKeyword(String word) {
    int end = position + word.length();
    boolean matched =
        text.startsWith(word, position) && isWordEnd(end) && !isOneOfAt(CLOSING_PARENTHESES, end);
    if (matched) {
      position = end;
    }
    return matched;
  }
}
