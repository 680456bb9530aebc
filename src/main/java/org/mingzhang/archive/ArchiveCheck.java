package org.mingzhang.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what an archive holds with what its ledger says: the ledger by SQLite's check and with
 * its journal, each original with its fingerprint, each record with its checksum, its document and
 * its original.
 */
final class ArchiveCheck {
  private final ObjectStore objects;
  private final RecordStore records;
  private final VersionTable versions;
  private final Ledger ledger;

  ArchiveCheck(ObjectStore objects, RecordStore records, VersionTable versions, Ledger ledger) {
    this.objects = objects;
    this.records = records;
    this.versions = versions;
    this.ledger = ledger;
  }

  /**
   * Looks at everything.
   *
   * @param recovery makes a ledger to compare with; only where nobody else changes the archive
   */
  ArchiveFaults run(Optional<LedgerRecovery> recovery) throws IOException {
    List<String> broken = new ArrayList<>();
    if (ledger instanceof SqliteLedger file) {
      broken.addAll(file.on(LedgerCheck::integrity));
      if (broken.isEmpty() && recovery.isPresent()) {
        broken.addAll(file.on(c -> LedgerCheck.compare(c, recovery.get())));
      }
    }
    Map<String, String> originals = new LinkedHashMap<>();
    for (String name : objects.names()) {
      if (!objects.intact(name)) {
        originals.put(name, "does not have the content it is named by");
      }
    }
    Map<Version, String> damaged = new LinkedHashMap<>();
    try {
      for (Version version : versions.all()) {
        if (Original.of(version, objects, versions).isEmpty()) {
          originals.put(
              version.sha256(),
              "of " + version.documentId() + " version " + version.number() + " is missing");
        }
        records.fault(version).ifPresent(fault -> damaged.put(version, fault));
      }
    } catch (DamagedLedgerException e) {
      broken.add(String.valueOf(e.getMessage()));
    }
    return new ArchiveFaults(broken, originals, damaged);
  }
}
