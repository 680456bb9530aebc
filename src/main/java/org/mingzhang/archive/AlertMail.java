package org.mingzhang.archive;

/**
 * A mail of an alert that is to be sent.
 *
 * @param id its number
 * @param alert what it is of
 * @param until place in the order of arrival up to which it tells; below nought for the mail that
 *     asks for confirmation
 * @param attempts how often it was tried before
 */
public record AlertMail(long id, Alert alert, long until, int attempts) {
  /** Whether it asks for confirmation. */
  public boolean asks() {
    return until < 0;
  }
}
