package org.mingzhang.web.assistant;

/** Thrown for an invalid argument; the message says what is valid and is shown to the caller. */
final class BadArgumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadArgumentException(String message) {
    super(message, null, false, false);
  }
}
