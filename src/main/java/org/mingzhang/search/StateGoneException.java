package org.mingzhang.search;

/**
 * The state of a shard that an answer was begun with is no more, since the shard moved or the
 * answer took too long. The answer is to be begun again with the present state.
 */
public final class StateGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is no more, in one line. */
  public StateGoneException(String message) {
    super(message);
  }
}
