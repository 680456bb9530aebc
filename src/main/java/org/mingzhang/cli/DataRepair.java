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
  private final List<String> done = new ArrayList<>();

  private DataRepair(IndexedArchive indexedArchive) {
    this.indexedArchive = indexedArchive;
  }

  /**
   * Repairs what can be repaired.
   *
   * @param indexedArchive archive and index, not reconciled
   * @return one line for each repair, and for each original and record that cannot be restored
   */
  static List<String> run(IndexedArchive indexedArchive) throws IOException {
    DataRepair repair = new DataRepair(indexedArchive);
    repair.repairLedger();
    repair.repairFiles();
    repair.repairIndex();
    return List.copyOf(repair.done);
  }

  private void repairLedger() throws IOException {
    if (indexedArchive.archive().wasLedgerRebuilt()) {
      done.add("the damaged ledger was moved aside and built again");
      indexedArchive.archive().unrestored().forEach(line -> done.add("not restored: " + line));
    }
    done.addAll(indexedArchive.archive().archiveRepair().repairLedger());
  }

  private void repairFiles() throws IOException {
    ArchiveRepair repair = indexedArchive.archive().archiveRepair();
    ArchiveFaults faults = repair.findAllFaults(true);
    for (String original : faults.originals().keySet()) {
      boolean again = repair.restoreOriginal(original);
      done.add(
          "original "
              + original
              + (again
                  ? " was restored from its source"
                  : " cannot be restored: its source is gone"));
    }
    for (DocumentVersion version : faults.records().keySet()) {
      Optional<String> fault = indexedArchive.recordRepair().repair(version);
      done.add(
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
      done.add(
          (renewed ? "the damaged index was moved aside; " : "")
              + documents
              + " documents indexed from the archive");
    }
  }
}
