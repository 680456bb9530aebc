package org.mingzhang.web.assistant;

/** An argument that no answer can be given to; the message tells the caller what it may be. */
final class BadArgumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadArgumentException(String message) {
    super(message, null, false, false);
  }
}
