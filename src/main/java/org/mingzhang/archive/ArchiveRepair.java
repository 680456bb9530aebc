package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.model.Disclosure;
import org.mingzhang.text.Sha256;

/**
 * Finds damage in an archive, and repairs it if the archive is open for writing.
 *
 * <p>The ledger is rebuilt from the journal and the records, the journal from the ledger, a record
 * from its original, which the caller reads again, and an original from the file that it was read
 * from, if that is unchanged. A damaged ledger is kept in the folder {@code damaged}; damaged
 * journals, records and originals are replaced. Thread-safe.
 */
public final class ArchiveRepair {
  private final Path folder;
  private final ObjectStore objects;
  private final RecordStore records;
  private final Ledger ledger;
  private final VersionTable versions;

  ArchiveRepair(
      Path folder, ObjectStore objects, RecordStore records, Ledger ledger, VersionTable versions) {
    this.folder = folder;
    this.objects = objects;
    this.records = records;
    this.ledger = ledger;
    this.versions = versions;
  }

  /**
   * Checks everything, reading the whole archive.
   *
   * @param isExclusive whether no other process can change the archive, so that the ledger can be
   *     compared with its journal
   */
  public ArchiveFaults findAllFaults(boolean isExclusive) throws IOException {
    return new ArchiveCheck(objects, records, versions, ledger)
        .run(isExclusive ? Optional.of(createLedgerOpener().createRecovery()) : Optional.empty());
  }

  /**
   * Repairs ledger and journal: rewrites the journal if it is damaged, and rebuilds the ledger if
   * it is damaged or still differs from one rebuilt from the journal and the records. Also repairs
   * the permalinks, unless the ledger itself is damaged. In a shared database, only the permalinks
   * are repaired.
   *
   * @throws IOException if the journal lacks changes and cannot be written
   */
  public LedgerRepair repairLedger() throws IOException {
    List<String> done = new ArrayList<>();
    if (!(ledger instanceof SqliteLedger file)) {
      repairLinks();
      return new LedgerRepair(done, List.of());
    }
    if (findLedgerFaults().isEmpty()) {
      repairLinks();
      if (createLedgerOpener().createJournal().damagedLineCount() > 0) {
        rewriteJournal();
        done.add("the journal was damaged and was rewritten from the ledger");
      }
      file.completeJournal();
      if (file.withConnection(
              c -> LedgerCheck.compareWithRebuilt(c, createLedgerOpener().createRecovery()))
          .isEmpty()) {
        return new LedgerRepair(done, List.of());
      }
    }
    List<String> lost = rebuildLedger();
    done.add("the ledger was damaged; it was moved aside and rebuilt");
    return new LedgerRepair(done, lost);
  }

  /**
   * The result of repairing the ledger.
   *
   * @param repairs the repairs of ledger and journal, one line each; empty if there was no fault
   * @param losses what a rebuilt ledger lacks, one line each
   */
  public record LedgerRepair(List<String> repairs, List<String> losses) {
    /** Makes immutable copies of the lists. */
    public LedgerRepair {
      repairs = List.copyOf(repairs);
      losses = List.copyOf(losses);
    }
  }

  /** Repairs the permalinks of all documents, see {@link PermalinkTable#repair}. */
  private void repairLinks() {
    for (DocumentVersion version : versions.newestVersions(0, Integer.MAX_VALUE)) {
      records.readIfUndamaged(version).ifPresent(this::repairLinks);
    }
  }

  private void repairLinks(ArchivedDisclosure document) {
    ledger.runInTransaction(
        () -> {
          new PermalinkTable(ledger, versions).repair(document);
        });
  }

  /**
   * The result of inspecting some versions.
   *
   * @param inspectedCount number of versions inspected
   * @param damagedVersions versions whose record cannot be read to its end
   */
  public record Inspection(int inspectedCount, List<DocumentVersion> damagedVersions) {}

  /**
   * Finds records that cannot be read to their end; faster than {@link #findAllFaults}.
   *
   * @param offset number of versions to skip
   * @param limit maximum number of versions to inspect
   * @throws IOException if the store cannot be reached, in which case the state of the records is
   *     unknown
   */
  public Inspection inspectRecords(int offset, int limit) throws IOException {
    List<DocumentVersion> some = versions.listVersions(offset, limit);
    List<DocumentVersion> damaged = new ArrayList<>();
    for (DocumentVersion version : some) {
      if (!records.isReadable(version)) {
        damaged.add(version);
      }
    }
    return new Inspection(some.size(), damaged);
  }

  /**
   * The faults found by SQLite's integrity check; users of the ledger do not wait for it. Empty for
   * a database server, which checks its own files.
   */
  public List<String> findLedgerFaults() {
    return !(ledger instanceof SqliteLedger)
        ? List.of()
        : LedgerCheck.checkIntegrity(folder.resolve(LedgerOpener.LEDGER));
  }

  /**
   * Moves the ledger aside and rebuilds it from the journal and the records; other users wait
   * meanwhile.
   *
   * @return what was not restored
   * @throws IOException if the ledger is in a shared database, or cannot be rebuilt
   */
  public List<String> rebuildLedger() throws IOException {
    return requireSqliteLedger()
        .rebuild(createLedgerOpener().createRecovery(), createLedgerOpener().createJournal());
  }

  /**
   * Rewrites the journal from the ledger.
   *
   * @throws IOException if the ledger is in a shared database, or the disk is full or not writable
   */
  public void rewriteJournal() throws IOException {
    boolean unused =
        requireSqliteLedger()
            .withConnection(
                connection -> {
                  createLedgerOpener().createJournal().rewriteFile(connection);
                  return true;
                });
  }

  private SqliteLedger requireSqliteLedger() throws IOException {
    if (ledger instanceof SqliteLedger file) {
      return file;
    }
    throw new IOException("the ledger is in a database, which has its own means against damage");
  }

  private LedgerOpener createLedgerOpener() {
    return new LedgerOpener(folder, records, objects);
  }

  /** Restores an original from a file that it was read from; returns whether that was possible. */
  public boolean restoreOriginal(String sha256) throws IOException {
    for (String source : versions.sourcesOfFile(sha256)) {
      int member = source.indexOf("!/");
      Path file = Path.of(member < 0 ? source : source.substring(0, member));
      if (Files.isRegularFile(file) && Sha256.hash(file).equals(sha256)) {
        objects.write(sha256, out -> Files.copy(file, out));
        return true;
      }
    }
    return false;
  }

  /** The original of a version; empty if it is damaged or not stored. */
  public Optional<OriginalFile> findIntactOriginal(DocumentVersion version) throws IOException {
    Optional<OriginalFile> original = OriginalFile.find(version, objects, versions);
    return original.isPresent()
            && objects.isIntact(String.valueOf(original.get().file().getFileName()))
        ? original
        : Optional.empty();
  }

  /**
   * Writes the record of a version again from a new reading of its original, and repairs the
   * permalinks of the document.
   *
   * @param disclosure the result of reading its original again
   * @param sectionIds slug of each section
   * @throws ArchiveException if the disk is full or not writable
   */
  public ArchivedDisclosure rewriteRecord(
      DocumentVersion version, Disclosure disclosure, List<String> sectionIds) {
    ArchivedDisclosure archived =
        new ArchivedDisclosure(version.documentId(), version, disclosure, sectionIds);
    try {
      records.write(archived);
    } catch (IOException e) {
      throw new ArchiveException("the archive could not be written: " + e.getMessage(), e);
    }
    repairLinks(archived);
    return archived;
  }
}
