package org.mingzhang.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The faults that a check found in an archive.
 *
 * @param ledger one line for each fault of the ledger or its journal
 * @param originals SHA-256 of each damaged or missing original, and its fault
 * @param records versions with a damaged or missing record, and its fault
 */
public record ArchiveFaults(
    List<String> ledger, Map<String, String> originals, Map<DocumentVersion, String> records) {
  /** Makes immutable copies of the list and the maps. */
  public ArchiveFaults {
    ledger = List.copyOf(ledger);
    originals = Map.copyOf(originals);
    records = Map.copyOf(new LinkedHashMap<>(records));
  }

  /** One line for each fault, in a stable order; empty if all is well. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(ledger);
    originals.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> lines.add("original " + e.getKey() + " " + e.getValue()));
    records.entrySet().stream()
        .map(
            e ->
                "record of "
                    + new RecordStore.VersionKey(e.getKey().documentId(), e.getKey().number())
                    + " "
                    + e.getValue())
        .sorted()
        .forEach(lines::add);
    return lines;
  }
}
