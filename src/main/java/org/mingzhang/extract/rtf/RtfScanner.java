package org.mingzhang.extract.rtf;

import java.nio.charset.StandardCharsets;

/** Splits the bytes of an RTF file into tokens (Rich Text Format Specification 1.9.1). */
final class RtfScanner {
  /** Kinds of tokens. */
  enum Token {
    /** An opening brace. */
    OPEN,
    /** A closing brace. */
    CLOSE,
    /** {@code \word} with or without a number. */
    WORD,
    /** {@code \} and one character that is no letter. */
    SYMBOL,
    /** A byte of text, plain or as {@code \'hh}. */
    BYTE,
    END
  }

  private static final int MAX_WORD = 40;

  private final byte[] bytes;
  private int at;
  private String word = "";
  private int number;
  private boolean numbered;
  private int value;

  RtfScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The next token. */
  Token next() {
    while (at < bytes.length) {
      int b = bytes[at++] & 0xff;
      if (b == '{') {
        return Token.OPEN;
      }
      if (b == '}') {
        return Token.CLOSE;
      }
      if (b == '\\') {
        return control();
      }
      if (b != '\r' && b != '\n' && b != 0) {
        value = b;
        return Token.BYTE;
      }
    }
    return Token.END;
  }

  /** The control word read last. */
  String word() {
    return word;
  }

  /** Its number, or another where it has none. */
  int number(int otherwise) {
    return numbered ? number : otherwise;
  }

  /** The byte or symbol read last. */
  int value() {
    return value;
  }

  /** Passes over binary data. */
  void skip(int count) {
    at = Math.clamp((long) at + count, at, bytes.length);
  }

  private Token control() {
    if (at >= bytes.length) {
      return Token.END;
    }
    int c = bytes[at++] & 0xff;
    if (isLetter(c)) {
      at--;
      return readWord();
    }
    if (c == '\'') {
      value = hex(at) * 16 + hex(at + 1);
      at = Math.min(at + 2, bytes.length);
      return Token.BYTE;
    }
    value = c;
    return Token.SYMBOL;
  }

  private Token readWord() {
    int start = at;
    while (at < bytes.length && at - start < MAX_WORD && isLetter(bytes[at])) {
      at++;
    }
    word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
    readNumber();
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    return Token.WORD;
  }

  private void readNumber() {
    boolean negative = at < bytes.length && bytes[at] == '-';
    int digits = negative ? at + 1 : at;
    long parsed = 0;
    int end = digits;
    while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9' && end - digits < 10) {
      parsed = parsed * 10 + bytes[end++] - '0';
    }
    numbered = end > digits;
    if (numbered) {
      number = Math.clamp(negative ? -parsed : parsed, Integer.MIN_VALUE, Integer.MAX_VALUE);
      at = end;
    }
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private int hex(int index) {
    int digit = index < bytes.length ? Character.digit(bytes[index], 16) : 0;
    return Math.max(0, digit);
  }
}
