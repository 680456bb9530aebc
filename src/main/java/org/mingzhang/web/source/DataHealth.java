package org.mingzhang.web.source;

import java.util.List;

/**
 * The known damage of index and archive; receives reports of new damage. Implementations are
 * thread-safe.
 */
public interface DataHealth {
  /** Known damage in a stable order; empty if there is none. */
  List<DataFault> faults();

  /** Parts that have not yet been checked since the start, in a stable order; none by default. */
  default List<DataFault.Component> uncheckedComponents() {
    return List.of();
  }

  /**
   * Reports damage that was noticed during a request.
   *
   * @param failure exception of the index, a record or the ledger
   */
  void report(RuntimeException failure);

  /** Health of data that is not monitored: no damage is known. */
  static DataHealth undamaged() {
    return new DataHealth() {
      @Override
      public List<DataFault> faults() {
        return List.of();
      }

      @Override
      public void report(RuntimeException failure) {
        // the request is answered with an error page; nothing is repaired
      }
    };
  }
}
