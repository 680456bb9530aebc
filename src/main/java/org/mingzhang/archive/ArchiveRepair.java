package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.model.Disclosure;

/**
 * Finds and mends what is damaged in an archive that is open for writing.
 *
 * <p>The ledger is made again from the journal and the records, the journal from the ledger; a
 * record from its original, which the caller reads again; an original from the file it was read
 * from, if that is still there unchanged. Nothing that was damaged is deleted but records, which
 * are replaced. Safe on many threads.
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
   * Looks at everything; takes as long as reading all of the archive does.
   *
   * @param alone whether nobody else can be changing the archive, so that the ledger can be
   *     compared with its journal
   */
  public ArchiveFaults check(boolean alone) throws IOException {
    return new ArchiveCheck(objects, records, versions, ledger)
        .run(alone ? Optional.of(opening().recovery()) : Optional.empty());
  }

  /**
   * Mends ledger and journal where they do not agree: the journal if it is damaged, else the
   * ledger.
   *
   * @return what was done, one line each; empty if all was well
   */
  public List<String> mendLedger() throws IOException {
    List<String> done = new ArrayList<>();
    if (!(ledger instanceof SqliteLedger file)) {
      mendLinks();
      return done;
    }
    if (ledgerFaults().isEmpty()) {
      mendLinks();
      if (opening().journal().damagedLines() > 0) {
        journalAgain();
        done.add("the journal was damaged and is written again from the ledger");
      }
      if (file.on(c -> LedgerCheck.compare(c, opening().recovery())).isEmpty()) {
        return done;
      }
    }
    List<String> lost = ledgerAgain();
    done.add("the ledger was damaged, is moved aside and made again");
    lost.forEach(line -> done.add("not restored: " + line));
    return done;
  }

  /** Sends links that a record does not have where its sections are now. */
  private void mendLinks() {
    for (Version version : versions.newestOfAll(0, Integer.MAX_VALUE)) {
      records.readIfWhole(version).ifPresent(this::mendLinks);
    }
  }

  private void mendLinks(ArchivedDisclosure document) {
    boolean unused =
        ledger.transaction(
            () -> {
              new Permalinks(ledger, versions).mend(document);
              return true;
            });
  }

  /**
   * Some versions that were looked at.
   *
   * @param looked how many
   * @param damaged those whose record cannot be read to its end
   */
  public record Inspection(int looked, List<Version> damaged) {}

  /**
   * Looks for records that cannot be read to their end; quicker than {@link #check}.
   *
   * @param before how many versions are passed over
   * @param most how many are looked at
   */
  public Inspection damagedRecords(int before, int most) {
    List<Version> some = versions.some(before, most);
    return new Inspection(
        some.size(), some.stream().filter(version -> !records.readable(version)).toList());
  }

  /**
   * What SQLite's own check finds wrong with the ledger; nobody waits for it meanwhile. A server
   * looks after its files itself.
   */
  public List<String> ledgerFaults() {
    return !(ledger instanceof SqliteLedger)
        ? List.of()
        : LedgerCheck.integrity(folder.resolve(LedgerOpening.LEDGER));
  }

  /**
   * Moves the ledger aside and makes it again; others wait meanwhile.
   *
   * @return what was not restored
   */
  public List<String> ledgerAgain() throws IOException {
    return file().replace(opening().recovery(), opening().journal());
  }

  /** Writes the journal again from the ledger. */
  public void journalAgain() throws IOException {
    boolean unused =
        file()
            .on(
                connection -> {
                  opening().journal().replace(connection);
                  return true;
                });
  }

  private SqliteLedger file() throws IOException {
    if (ledger instanceof SqliteLedger file) {
      return file;
    }
    throw new IOException("the ledger is in a database, which has its own means against damage");
  }

  private LedgerOpening opening() {
    return new LedgerOpening(folder, records, objects);
  }

  /** Whether an original could be kept again from a file it was read from. */
  public boolean originalAgain(String sha256) throws IOException {
    for (String source : versions.sources(sha256)) {
      int member = source.indexOf("!/");
      Path file = Path.of(member < 0 ? source : source.substring(0, member));
      if (Files.isRegularFile(file) && ObjectStore.fingerprint(file).equals(sha256)) {
        objects.write(sha256, out -> Files.copy(file, out));
        return true;
      }
    }
    return false;
  }

  /** The original of a version if it is kept and undamaged. */
  public Optional<Original> intactOriginal(Version version) throws IOException {
    Optional<Original> original = Original.of(version, objects, versions);
    return original.isPresent()
            && objects.intact(String.valueOf(original.get().file().getFileName()))
        ? original
        : Optional.empty();
  }

  /**
   * Writes the record of a version again.
   *
   * @param disclosure what its original was read as now
   * @param sectionIds slug of each section
   * @throws ArchiveException if the disk is full or not writable
   */
  public ArchivedDisclosure recordAgain(
      Version version, Disclosure disclosure, List<String> sectionIds) {
    ArchivedDisclosure archived =
        new ArchivedDisclosure(version.documentId(), version, disclosure, sectionIds);
    try {
      records.write(archived);
    } catch (IOException e) {
      throw new ArchiveException("the archive could not be written: " + e.getMessage(), e);
    }
    mendLinks(archived);
    return archived;
  }
}
