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

  /**
   * Checks that the value of an option is from {@code min} to {@code max}, both included.
   *
   * @throws BadOptionException if it is not
   */
  static void requireRange(String option, long value, long min, long max) {
    if (value < min || value > max) {
      throw new BadOptionException(option + " must be " + min + " to " + max + ", not " + value);
    }
  }
}
