package org.mingzhang.search;

/** The index cannot be read because it is damaged; it is to be made again from the archive. */
public final class DamagedIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Damage with what it showed as. */
  public DamagedIndexException(Throwable cause) {
    super("the index is damaged: " + cause, cause);
  }
}
