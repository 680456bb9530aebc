package org.mingzhang.search;

/**
 * A shard of the index cannot be asked now, so that there is no answer: one without it would be a
 * smaller one.
 */
public final class ShardUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What cannot be reached and why, in one line. */
  public ShardUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What cannot be reached and why, in one line. */
  public ShardUnreachableException(String message) {
    super(message);
  }
}
