package org.mingzhang.cli;

/**
 * Thrown if an option has an invalid value; the message names both and is printed without stack
 * trace.
 */
final class BadOptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadOptionException(String message) {
    super(message);
  }
}
