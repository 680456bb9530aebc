package org.mingzhang.web.source;

import java.util.List;

/** Whether index and archive are whole, and who is to be told if they are not. */
public interface DataHealth {
  /** What is not whole, in a stable order; empty if all is well as far as is known. */
  List<DataFault> faults();

  /** What is still to be looked through since the start, in a stable order. */
  default List<DataFault.Part> unchecked() {
    return List.of();
  }

  /**
   * Takes note of damage that a request met.
   *
   * @param failure that of the index, of a record or of the ledger
   */
  void report(RuntimeException failure);

  /** Data that nobody looks after, taken to be whole. */
  static DataHealth whole() {
    return new DataHealth() {
      @Override
      public List<DataFault> faults() {
        return List.of();
      }

      @Override
      public void report(RuntimeException failure) {
        // Whoever met it gets an error page.
      }
    };
  }
}
