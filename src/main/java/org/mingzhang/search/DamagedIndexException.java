package org.mingzhang.search;

/** Thrown if the index is corrupt; it must be rebuilt from the archive. */
public final class DamagedIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedIndexException(Throwable cause) {
    super("the index is damaged: " + cause, cause);
  }
}
