package org.mingzhang.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.ArchiveFaults;
import org.mingzhang.archive.ArchiveRepair;
import org.mingzhang.archive.Version;
import org.mingzhang.indexing.IndexDamage;
import org.mingzhang.indexing.Reconciler;

/**
 * Mends a data folder that no portal is serving: ledger and journal from each other and the
 * records, originals from the files they were read from, records from their originals, the index
 * from the archive.
 */
final class DataRepair {
  private final Instance instance;
  private final List<String> done = new ArrayList<>();

  private DataRepair(Instance instance) {
    this.instance = instance;
  }

  /** Mends what can be mended; returns what was done, one line each. */
  static List<String> run(Instance instance) throws IOException {
    DataRepair repair = new DataRepair(instance);
    repair.ledger();
    repair.files();
    repair.index();
    return List.copyOf(repair.done);
  }

  private void ledger() throws IOException {
    if (instance.archive().wasLedgerRebuilt()) {
      done.add("the ledger was damaged, is moved aside and made again");
      instance.archive().notRestored().forEach(line -> done.add("not restored: " + line));
    }
    done.addAll(instance.archive().repair().repairLedger());
  }

  private void files() throws IOException {
    ArchiveRepair repair = instance.archive().repair();
    ArchiveFaults faults = repair.check(true);
    for (String original : faults.originals().keySet()) {
      boolean again = repair.restoreOriginal(original);
      done.add("original " + original + (again ? " is kept again" : ": its source is gone"));
    }
    for (Version version : faults.records().keySet()) {
      Optional<String> fault = instance.recordRepair().run(version);
      done.add(
          "record of "
              + version.documentId()
              + " version "
              + version.number()
              + fault.map(why -> " cannot be made again: " + why).orElse(" is made again"));
    }
  }

  private void index() throws IOException {
    boolean renewed = instance.index().renewed();
    try {
      instance.index().verify();
    } catch (IOException | RuntimeException | Error e) {
      if (!IndexDamage.isLikely(e)) {
        throw e;
      }
      instance.index().renew();
      renewed = true;
    }
    int documents = new Reconciler(instance.archive(), instance.index()).run();
    if (renewed || documents > 0) {
      done.add(
          (renewed ? "the index was damaged and is moved aside; " : "")
              + documents
              + " documents indexed from the archive");
    }
  }
}
