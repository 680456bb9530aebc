package org.mingzhang.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks an archive: the ledger by SQLite's integrity check and against its journal, each original
 * against its SHA-256, each record against its checksum, document and original.
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
   * Checks ledger, records and originals, and returns the faults found.
   *
   * @param recovery rebuilds a ledger for comparison; only where no other process changes the
   *     archive
   */
  ArchiveFaults run(Optional<LedgerRecovery> recovery) throws IOException {
    List<String> broken = new ArrayList<>();
    if (ledger instanceof SqliteLedger file) {
      broken.addAll(file.withConnection(LedgerCheck::checkIntegrity));
      if (broken.isEmpty() && recovery.isPresent()) {
        broken.addAll(file.withConnection(c -> LedgerCheck.compareWithRebuilt(c, recovery.get())));
      }
    }
    Map<String, String> originals = new LinkedHashMap<>();
    for (String name : objects.names()) {
      if (!objects.isIntact(name)) {
        originals.put(name, "does not match its SHA-256");
      }
    }
    Map<DocumentVersion, String> damaged = new LinkedHashMap<>();
    try {
      for (DocumentVersion version : versions.all()) {
        if (OriginalFile.find(version, objects, versions).isEmpty()) {
          originals.put(
              version.sha256(),
              "of " + version.documentId() + " version " + version.number() + " is missing");
        }
        records.findFault(version).ifPresent(fault -> damaged.put(version, fault));
      }
    } catch (DamagedLedgerException e) {
      broken.add(String.valueOf(e.getMessage()));
    }
    return new ArchiveFaults(broken, originals, damaged);
  }
}
