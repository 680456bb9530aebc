package org.mingzhang.cli;

/**
 * Thrown if an option has an invalid value or another option is missing beside it. The message
 * names the option and is printed without stack trace.
 */
final class BadOptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadOptionException(String message) {
    super(message);
  }
}
