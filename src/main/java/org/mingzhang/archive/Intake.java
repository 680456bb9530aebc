package org.mingzhang.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a disclosure in: its original first, then its record, then its line in the ledger, so that
 * what the ledger names is always there.
 */
record Intake(
    ObjectStore objects,
    RecordStore records,
    Ledger ledger,
    VersionTable versions,
    RemovalTable removals) {

  /** Keeps a candidate as the version that {@link DocumentAssignment} makes of it. */
  ArchivedDisclosure take(NewVersion candidate) {
    try {
      String container = keepOriginal(candidate);
      Version version = new DocumentAssignment(versions, this::whole).version(candidate);
      String id = version.documentId();
      removals
          .of(id)
          .ifPresent(
              removal -> {
                throw new NotKeptException(
                    NotKeptException.Reason.REMOVED,
                    "a version of " + id + ", which was taken out: " + removal.reason());
              });
      Optional<ArchivedDisclosure> before = versions.newest(id).flatMap(this::whole);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(id, version, candidate.disclosure(), candidate.sectionIds());
      records.write(archived);
      String perimeter = Resemblance.perimeter(candidate.disclosure());
      ledger.transaction(
          () -> {
            versions.put(version, candidate.identity(), container, candidate.parser(), perimeter);
            carryLinks(before.orElse(null), archived);
            return true;
          });
      Version kept = versions.find(id, version.number()).orElse(version);
      return new ArchivedDisclosure(id, kept, archived.disclosure(), archived.sectionIds());
    } catch (IOException e) {
      throw new ArchiveException("the archive could not be written: " + e.getMessage(), e);
    }
  }

  /** The links of a newer version stay as they are when an older one is read again. */
  private void carryLinks(@Nullable ArchivedDisclosure before, ArchivedDisclosure now) {
    Permalinks links = new Permalinks(ledger, versions);
    if (before == null || before.version().number() <= now.version().number()) {
      links.carry(before, now);
    } else {
      links.addEarlier(now);
    }
  }

  private String keepOriginal(NewVersion candidate) throws IOException {
    String container = objects.keep(candidate.original());
    if (candidate.container() != null && !candidate.container().equals(container)) {
      throw new NotKeptException(
          NotKeptException.Reason.CHANGED, "the file has changed since it was read");
    }
    Path member = candidate.member();
    if (member != null) {
      objects.keep(member);
    }
    return container;
  }

  /** What a version's record holds; empty where it cannot be read. */
  private Optional<ArchivedDisclosure> whole(Version version) {
    try {
      return Optional.of(records.read(version));
    } catch (UncheckedIOException | ArchiveException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Writes down the perimeter of versions of a ledger that had none. Their records are read once;
   * where one is damaged its perimeter is not known.
   */
  void describe() {
    List<Version> unknown = versions.withoutPerimeter();
    if (unknown.isEmpty()) {
      return;
    }
    ledger.transaction(
        () -> {
          for (Version version : unknown) {
            String perimeter =
                whole(version).map(kept -> Resemblance.perimeter(kept.disclosure())).orElse("");
            versions.putPerimeter(version, perimeter);
          }
          return true;
        });
  }
}
