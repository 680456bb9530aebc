package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes a disclosure in: its original first, then its record, then its line in the ledger, so that
 * what the ledger names is always there.
 */
record Intake(ObjectStore objects, RecordStore records, Ledger ledger, VersionTable versions) {

  /** Keeps a candidate as the version that {@link Naming} makes of it. */
  ArchivedDisclosure take(NewVersion candidate) {
    try {
      String container = objects.keep(candidate.original());
      Path member = candidate.member();
      if (member != null) {
        objects.keep(member);
      }
      Version version = new Naming(versions, records::read).version(candidate);
      String id = version.documentId();
      Optional<ArchivedDisclosure> before = versions.newest(id).map(records::read);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(id, version, candidate.disclosure(), candidate.sectionIds());
      records.write(archived);
      ledger.transaction(
          () -> {
            versions.put(version, candidate.identity(), container, candidate.parser());
            new Permalinks(ledger, versions).carry(before.orElse(null), archived);
            return true;
          });
      return archived;
    } catch (IOException e) {
      throw new ArchiveException("the archive could not be written: " + e.getMessage(), e);
    }
  }
}
