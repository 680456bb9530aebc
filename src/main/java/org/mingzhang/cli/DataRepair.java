package org.mingzhang.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.ArchiveFaults;
import org.mingzhang.archive.ArchiveRepair;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.indexing.IndexCorruptionDetector;
import org.mingzhang.indexing.Reconciler;

/**
 * Repairs a data folder that no portal is using: ledger and journal from each other and the
 * records, originals from their source files, records from their originals, the index from the
 * archive.
 */
final class DataRepair {
  private final IndexedArchive indexedArchive;
  private final List<Outcome> outcomes = new ArrayList<>();

  /**
   * The outcome for one damaged part.
   *
   * @param repaired whether it was repaired
   * @param line what was done, or what is lost, for display
   */
  record Outcome(boolean repaired, String line) {
    @Override
    public String toString() {
      return line;
    }
  }

  private DataRepair(IndexedArchive indexedArchive) {
    this.indexedArchive = indexedArchive;
  }

  /**
   * Repairs what can be repaired.
   *
   * @param indexedArchive archive and index, not reconciled
   * @return each repair, and each original, record and part of the ledger that cannot be restored
   */
  static List<Outcome> run(IndexedArchive indexedArchive) throws IOException {
    DataRepair repair = new DataRepair(indexedArchive);
    repair.repairLedger();
    repair.repairFiles();
    repair.repairIndex();
    return List.copyOf(repair.outcomes);
  }

  private void add(boolean isRepaired, String line) {
    outcomes.add(new Outcome(isRepaired, line));
  }

  private void repairLedger() throws IOException {
    if (indexedArchive.archive().wasLedgerRebuilt()) {
      add(true, "the damaged ledger was moved aside and built again");
      addUnrestored(indexedArchive.archive().unrestoredParts());
    }
    ArchiveRepair.LedgerRepair repair = indexedArchive.archive().archiveRepair().repairLedger();
    repair.repairs().forEach(line -> add(true, line));
    addUnrestored(repair.losses());
  }

  private void addUnrestored(List<String> lost) {
    lost.forEach(line -> add(false, "not restored: " + line));
  }

  private void repairFiles() throws IOException {
    ArchiveRepair repair = indexedArchive.archive().archiveRepair();
    ArchiveFaults faults = repair.findAllFaults(true);
    for (String original : faults.originals().keySet()) {
      boolean again = repair.restoreOriginal(original);
      add(
          again,
          "original "
              + original
              + (again
                  ? " was restored from its source"
                  : " cannot be restored: its source is gone"));
    }
    for (DocumentVersion version : faults.records().keySet()) {
      Optional<String> fault = indexedArchive.recordRepair().repair(version);
      add(
          fault.isEmpty(),
          "record of "
              + version.documentId()
              + " version "
              + version.number()
              + fault.map(reason -> " cannot be restored: " + reason).orElse(" was restored"));
    }
  }

  private void repairIndex() throws IOException {
    boolean renewed = indexedArchive.index().wasDamagedIndexReplaced();
    try {
      indexedArchive.index().verify();
    } catch (IOException | RuntimeException | Error e) {
      if (!IndexCorruptionDetector.isLikelyCorruption(e)) {
        throw e;
      }
      indexedArchive.index().replaceDamaged();
      renewed = true;
    }
    int documents = new Reconciler(indexedArchive.archive(), indexedArchive.index()).run();
    if (renewed || documents > 0) {
      add(
          true,
          (renewed ? "the damaged index was moved aside; " : "")
              + documents
              + " documents of the index, removed ones included, were brought up to date from the"
              + " archive");
    }
  }
}
