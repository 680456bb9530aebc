package org.mingzhang.search;

/**
 * Thrown if the state of a shard on which an answer was begun no longer exists, because the shard
 * moved or the answer took too long. The answer must be restarted on the current state.
 */
public final class ExpiredStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what has expired, in one line
   */
  public ExpiredStateException(String message) {
    super(message);
  }
}
