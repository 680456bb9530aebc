package org.mingzhang.search;

/**
 * Thrown if a shard cannot be reached. A search then fails as a whole; it never returns the results
 * of the other shards alone.
 */
public final class ShardUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what cannot be reached and why, in one line
   */
  public ShardUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Creates the exception.
   *
   * @param message what cannot be reached and why, in one line
   */
  public ShardUnreachableException(String message) {
    super(message);
  }
}
