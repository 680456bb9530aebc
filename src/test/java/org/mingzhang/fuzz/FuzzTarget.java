package org.mingzhang.fuzz;

/**
 * Something that reads what strangers wrote. Whatever the bytes are, it must return: an exception
 * that is not part of its contract, a broken promise or an endless loop is a finding.
 */
@FunctionalInterface
public interface FuzzTarget {
  /**
   * Reads an input.
   *
   * @throws AssertionError if a promise is broken
   */
  void read(byte[] input) throws Exception;

  /** Breaks off with a finding unless something holds. */
  static void promise(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
