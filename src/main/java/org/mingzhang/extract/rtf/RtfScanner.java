package org.mingzhang.extract.rtf;

import java.nio.charset.StandardCharsets;

/** Splits the bytes of an RTF file into tokens (Rich Text Format Specification 1.9.1). */
final class RtfScanner {
  /** The kind of a token; its word, parameter or character is read from the scanner. */
  enum Token {
    /** An opening brace, which begins a group. */
    OPEN,
    /** A closing brace, which ends a group. */
    CLOSE,
    /** {@code \word} with or without a number. */
    WORD,
    /** {@code \} and one character that is not a letter. */
    SYMBOL,
    /** A byte of text, plain or as {@code \'hh}. */
    BYTE,
    /** The end of the file. */
    END
  }

  private static final int MAX_WORD_LENGTH = 40;

  private final byte[] bytes;
  private int position;
  private String word = "";
  private int parameter;
  private boolean hasParameter;
  private int symbol;

  RtfScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the next token; {@link Token#END} at the end of the file. Line ends and NULs between
   * tokens are skipped.
   */
  Token next() {
    while (position < bytes.length) {
      int b = bytes[position++] & 0xff;
      if (b == '{') {
        return Token.OPEN;
      }
      if (b == '}') {
        return Token.CLOSE;
      }
      if (b == '\\') {
        return readControl();
      }
      if (b != '\r' && b != '\n' && b != 0) {
        symbol = b;
        return Token.BYTE;
      }
    }
    return Token.END;
  }

  /** The name of the last control word. */
  String word() {
    return word;
  }

  /** The numeric parameter of the last control word, or a default if it has none. */
  int parameter(int defaultValue) {
    return hasParameter ? parameter : defaultValue;
  }

  /** The last byte or symbol, 0 to 255. */
  int symbol() {
    return symbol;
  }

  /**
   * Skips binary data, at most to the end of the file.
   *
   * @param count number of bytes, at least 0
   */
  void skip(int count) {
    position = Math.clamp((long) position + count, position, bytes.length);
  }

  private Token readControl() {
    if (position >= bytes.length) {
      return Token.END;
    }
    int c = bytes[position++] & 0xff;
    if (isLetter(c)) {
      position--;
      return readWord();
    }
    if (c == '\'') {
      symbol = hexDigitAt(position) * 16 + hexDigitAt(position + 1);
      position = Math.min(position + 2, bytes.length);
      return Token.BYTE;
    }
    symbol = c;
    return Token.SYMBOL;
  }

  private Token readWord() {
    int start = position;
    while (position < bytes.length
        && position - start < MAX_WORD_LENGTH
        && isLetter(bytes[position])) {
      position++;
    }
    word = new String(bytes, start, position - start, StandardCharsets.US_ASCII);
    readNumber();
    if (position < bytes.length && bytes[position] == ' ') {
      position++;
    }
    return Token.WORD;
  }

  private void readNumber() {
    boolean negative = position < bytes.length && bytes[position] == '-';
    int digits = negative ? position + 1 : position;
    long parsed = 0;
    int end = digits;
    while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9' && end - digits < 10) {
      parsed = parsed * 10 + bytes[end++] - '0';
    }
    hasParameter = end > digits;
    if (hasParameter) {
      parameter = Math.clamp(negative ? -parsed : parsed, Integer.MIN_VALUE, Integer.MAX_VALUE);
      position = end;
    }
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private int hexDigitAt(int index) {
    int digit = index < bytes.length ? Character.digit(bytes[index], 16) : 0;
    return Math.max(0, digit);
  }
}
