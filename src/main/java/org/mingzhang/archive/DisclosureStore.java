package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores a disclosure: first its original, then its record, then its ledger entry, so that
 * everything named by the ledger exists.
 */
record DisclosureStore(
    ObjectStore objects,
    RecordStore records,
    Ledger ledger,
    VersionTable versions,
    DocumentRemovalTable removals) {

  /**
   * Stores a candidate as the version found by {@link DocumentAssignment}, and updates the
   * permalinks of the document.
   *
   * @throws NotStoredException if the candidate is refused; its original may have been stored
   * @throws ArchiveException if the archive cannot be written
   */
  ArchivedDisclosure store(NewVersion candidate) {
    try {
      String container = storeOriginal(candidate);
      DocumentVersion version =
          new DocumentAssignment(versions, records::readIfUndamaged).assignVersion(candidate);
      String id = version.documentId();
      removals
          .find(id)
          .ifPresent(
              removal -> {
                throw new NotStoredException(
                    NotStoredException.Reason.REMOVED,
                    "a version of " + id + ", which was taken out: " + removal.reason());
              });
      Optional<ArchivedDisclosure> before =
          versions.findNewest(id).flatMap(records::readIfUndamaged);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(id, version, candidate.disclosure(), candidate.sectionIds());
      records.write(archived);
      String matchingKey = VersionMatcher.matchingKey(candidate.disclosure());
      ledger.runInTransaction(
          () -> {
            versions.put(
                version, candidate.sourceKey(), container, candidate.parserVersion(), matchingKey);
            updateLinks(before.orElse(null), archived);
          });
      DocumentVersion kept = versions.find(id, version.number()).orElse(version);
      return new ArchivedDisclosure(id, kept, archived.disclosure(), archived.sectionIds());
    } catch (IOException e) {
      throw new ArchiveException("the archive could not be written: " + e.getMessage(), e);
    }
  }

  /**
   * Updates the permalinks of the document's sections. When an older version is read again, links
   * that a newer version has are left unchanged.
   */
  private void updateLinks(@Nullable ArchivedDisclosure previous, ArchivedDisclosure current) {
    PermalinkTable links = new PermalinkTable(ledger, versions);
    if (previous == null || previous.version().number() <= current.version().number()) {
      links.update(previous, current);
    } else {
      links.addEarlierLinks(current);
    }
  }

  private String storeOriginal(NewVersion candidate) throws IOException {
    String expected = candidate.containerSha256();
    String container =
        expected == null
            ? objects.store(candidate.original())
            : objects.store(candidate.original(), expected);
    if (expected != null && !expected.equals(container)) {
      throw new NotStoredException(
          NotStoredException.Reason.CHANGED, "the file has changed since it was read");
    }
    Path member = candidate.member();
    if (member != null) {
      objects.store(member, candidate.disclosure().source().sha256());
    }
    return container;
  }

  /**
   * Computes the matching key (agency, year, category) of versions that have none in the ledger. A
   * version whose record cannot be read gets an empty key, which is not computed again.
   */
  void fillMissingMatchingKeys() {
    List<DocumentVersion> unknown = versions.versionsWithoutMatchingKey();
    if (unknown.isEmpty()) {
      return;
    }
    ledger.runInTransaction(
        () -> {
          for (DocumentVersion version : unknown) {
            String matchingKey =
                records
                    .readIfUndamaged(version)
                    .map(kept -> VersionMatcher.matchingKey(kept.disclosure()))
                    .orElse("");
            versions.setMatchingKey(version, matchingKey);
          }
        });
  }
}
