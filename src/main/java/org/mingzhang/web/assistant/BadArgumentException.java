package org.mingzhang.web.assistant;

/** Thrown for an invalid argument; the message lists the valid values. */
final class BadArgumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadArgumentException(String message) {
    super(message, null, false, false);
  }
}
