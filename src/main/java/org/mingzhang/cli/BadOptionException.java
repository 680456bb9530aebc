package org.mingzhang.cli;

/** A value of an option that cannot be; its message names both and is told in one line. */
final class BadOptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadOptionException(String message) {
    super(message);
  }
}
