package org.mingzhang.cli;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.web.source.DataFault;

/**
 * The faults of the data that are known at present, and the components that have not been checked.
 * Thread-safe.
 */
final class DataFaults {
  private final Map<DataFault.Component, DataFault> faults =
      new EnumMap<>(DataFault.Component.class);

  /** Documents and versions whose records are damaged; guarded by {@code faults}. */
  private final Set<String> damagedRecords = new LinkedHashSet<>();

  /** Components that have not been checked since the start; guarded by {@code faults}. */
  private final Set<DataFault.Component> uncheckedComponents =
      EnumSet.of(
          DataFault.Component.INDEX, DataFault.Component.LEDGER, DataFault.Component.RECORDS);

  /** The known faults, at most one for each component. */
  List<DataFault> all() {
    synchronized (faults) {
      return List.copyOf(faults.values());
    }
  }

  /** The components that have not been checked since the start. */
  List<DataFault.Component> uncheckedComponents() {
    synchronized (faults) {
      return List.copyOf(uncheckedComponents);
    }
  }

  /** Records that a component has been checked. */
  void markChecked(DataFault.Component component) {
    synchronized (faults) {
      uncheckedComponents.remove(component);
    }
  }

  /**
   * Adds a damaged record.
   *
   * @param name document and version
   * @param isBeingRepaired whether its repair is running
   */
  void addDamagedRecord(String name, boolean isBeingRepaired) {
    synchronized (faults) {
      damagedRecords.add(name);
      set(createRecordsFault(isBeingRepaired));
    }
  }

  /** Notes that a record is no longer damaged; without damaged records, the fault is cleared. */
  void clearDamagedRecord(String name) {
    synchronized (faults) {
      damagedRecords.remove(name);
      if (damagedRecords.isEmpty()) {
        clear(DataFault.Component.RECORDS);
      } else {
        set(createRecordsFault(false));
      }
    }
  }

  private DataFault createRecordsFault(boolean isBeingRepaired) {
    List<String> names = List.copyOf(damagedRecords);
    return new DataFault(DataFault.Component.RECORDS, isBeingRepaired, 0, names.size(), names);
  }

  /** Sets the fault of its component. */
  void set(DataFault fault) {
    synchronized (faults) {
      faults.put(fault.part(), fault);
    }
  }

  /** Records that a component has no fault. */
  void clear(DataFault.Component component) {
    synchronized (faults) {
      faults.remove(component);
    }
  }
}
