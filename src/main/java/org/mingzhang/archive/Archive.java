package org.mingzhang.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every original, every version of every document and every permalink given out.
 *
 * <p>Open it, {@link #store} what was read, look documents up by permalink, close it. One process
 * at a time writes; a second is told by an exception. What {@code store} returned is on the disk.
 * Safe on many threads.
 */
public final class Archive implements AutoCloseable {
  /** How long another process that shares the archive may take to write one file. */
  private static final Duration LONGEST_BEGUN = Duration.ofDays(1);

  private final ArchiveFolder folder;
  private final ObjectStore objects;
  private final RecordStore records;
  private final Ledger ledger;
  private final List<String> notRestored;
  private final boolean madeAgain;
  private final VersionTable versions;
  private final SourceTable sources;
  private final RemovalTable removals;
  private final IntakeQueue queue;
  private final Frontier frontier;
  private final ProvenanceTable provenance;
  private final Arrivals arrivals;
  private final AlertBook alerts;
  private final SharedDossiers dossiers;
  private final @Nullable ArchiveLock lock;
  private final boolean writable;

  private Archive(
      ArchiveFolder folder,
      LedgerOpening.Opened opened,
      @Nullable ArchiveLock lock,
      boolean writable) {
    this.folder = folder;
    this.objects = folder.objects();
    this.records = folder.records();
    this.ledger = opened.ledger();
    this.notRestored = opened.told();
    this.madeAgain = opened.again();
    this.versions = new VersionTable(ledger);
    this.sources = new SourceTable(ledger);
    this.removals = new RemovalTable(ledger);
    LedgerAddress shared = folder.shared();
    this.queue =
        new IntakeQueue(
            ledger,
            sources,
            objects,
            shared == null ? Leases.of(ledger) : new SharedLeases(ledger, shared.lease()));
    this.frontier = new Frontier(ledger);
    this.provenance = new ProvenanceTable(ledger);
    this.arrivals = new Arrivals(ledger);
    this.alerts = new AlertBook(ledger);
    this.dossiers = new SharedDossiers(ledger);
    this.lock = lock;
    this.writable = writable;
  }

  /** Loads what every archive needs of its database; may be called on a thread beside the start. */
  public static void loadDatabase() {
    SqliteLedger.loadDriver();
  }

  /**
   * Opens an archive for reading and writing, creating it where there is none. A ledger that is
   * damaged or missing is moved aside and made again.
   *
   * @throws ArchiveException if another process has it open, or the folder cannot be written
   */
  public static Archive open(Path path) {
    return open(new ArchiveFolder(path));
  }

  /**
   * As {@link #open(Path)}, for an archive whose ledger may be shared: other processes may have it
   * open.
   */
  public static Archive open(ArchiveFolder folder) {
    Path path = folder.path();
    try {
      Files.createDirectories(path);
      ArchiveLock lock = folder.shared() == null ? ArchiveLock.take(path) : null;
      try {
        return new Archive(folder, folder.open(), lock, true).takenUp();
      } catch (IOException | RuntimeException e) {
        if (lock != null) {
          lock.close();
        }
        throw e;
      }
    } catch (IOException e) {
      throw new ArchiveException("the archive " + path + " cannot be opened: " + e, e);
    }
  }

  /**
   * Opens an archive beside a process that may be writing it. Nothing may be stored.
   *
   * @throws ArchiveException if there is no archive
   */
  public static Archive openReadOnly(Path path) {
    return openReadOnly(new ArchiveFolder(path));
  }

  /** As {@link #openReadOnly(Path)}, for an archive whose ledger may be shared. */
  public static Archive openReadOnly(ArchiveFolder folder) {
    if (!folder.hasLedger()) {
      throw new ArchiveException("there is no archive in " + folder.path());
    }
    return new Archive(folder, folder.asItIs(), null, false);
  }

  /**
   * Opens an archive as it is, only to be looked at. Others are kept from changing it meanwhile,
   * unless one is doing so already.
   *
   * @throws DamagedLedgerException if its ledger is damaged or missing
   */
  public static Archive inspect(Path path) throws IOException {
    return inspect(new ArchiveFolder(path));
  }

  /**
   * As {@link #inspect(Path)}, for an archive whose ledger may be shared: others may be changing
   * it.
   */
  public static Archive inspect(ArchiveFolder folder) throws IOException {
    ArchiveLock lock = folder.shared() == null ? ArchiveLock.takeIfFree(folder.path()) : null;
    try {
      return new Archive(folder, folder.asItIs(), lock, false);
    } catch (RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      throw e;
    }
  }

  /** Whether the ledger was damaged or missing and was made again on opening. */
  public boolean ledgerAgain() {
    return madeAgain;
  }

  /** What was not restored of a ledger that was made again on opening; usually nothing. */
  public List<String> notRestored() {
    return notRestored;
  }

  /** What finds and mends damage. */
  public ArchiveRepair repair() {
    return new ArchiveRepair(folder.path(), objects, records, ledger, versions);
  }

  /** Resumes what the previous process left unfinished. */
  private Archive takenUp() throws IOException {
    try {
      Instant left = folder.shared() == null ? Instant.MAX : Instant.now().minus(LONGEST_BEGUN);
      objects.clearBeginnings(left);
      records.clearBeginnings(left);
      queue.takeUp();
      intake().describe();
      return this;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Intake intake() {
    return new Intake(objects, records, ledger, versions, removals);
  }

  /** The files that were accepted. */
  public IntakeQueue queue() {
    return queue;
  }

  /** The addresses that sources have given, and what came of them. */
  public Frontier frontier() {
    return frontier;
  }

  /** Versions in the order in which they were stored. */
  public Arrivals arrivals() {
    return arrivals;
  }

  /** The dossiers that are shared by a link. */
  public SharedDossiers dossiers() {
    return dossiers;
  }

  /** The alerts that readers asked for, and their mail. */
  public AlertBook alerts() {
    return alerts;
  }

  /** Where a document was published, if it was collected or read from a web archive. */
  public Optional<Provenance> provenance(String url) {
    return provenance.of(url);
  }

  /** What is known of a file at this path. */
  public Optional<SourceState> source(String path) {
    return sources.find(path);
  }

  /** Notes what came of a file, replacing what was known of it. */
  public void note(SourceState state) {
    sources.note(state);
  }

  /** Every file that was refused, with the reason. */
  public List<SourceState.Member> refusals() {
    return sources.refusals();
  }

  /** The document that has a version of this content, if there is one. */
  public Optional<String> documentWithContent(String sha256) {
    return versions.documentWithContent(sha256);
  }

  /** Whether this path belongs to the document. */
  public boolean isIdentity(String documentId, String identity) {
    return versions.isAt(documentId, identity);
  }

  /** Whether a document was read from this path before. */
  public boolean knows(String identity) {
    return !versions.documentsAt(identity, null).isEmpty();
  }

  /** SHA-256 of a file in lower-case hexadecimal. */
  public String fingerprint(Path file) throws IOException {
    return ObjectStore.fingerprint(file);
  }

  /**
   * Permalink ids of documents that were not taken out, in the order of their UTF-8 bytes.
   *
   * @param after the id behind which to begin; empty for the first
   * @param most how many to give at most
   */
  public List<String> documentIds(String after, int most) {
    return versions.documentIds(after, most);
  }

  /** How many documents were not taken out. */
  public long documents() {
    return versions.documents();
  }

  /** How many versions these have together. */
  public long versions() {
    return versions.versions();
  }

  /**
   * The newest version of every document that was not taken out, by id.
   *
   * @param before how many of them to pass over
   * @param most how many to give
   */
  public List<Version> newest(int before, int most) {
    return versions.newestOfAll(before, most);
  }

  /**
   * Documents stored since their rows were last committed to the index, in the order of their ids.
   *
   * @param after the id behind which to begin; empty for the first
   * @param most how many to give at most
   */
  public List<String> unindexed(String after, int most) {
    return versions.unindexed(after, most);
  }

  /** Whether other processes may be storing documents. */
  public boolean shared() {
    return folder.shared() != null;
  }

  /**
   * Some of the documents that nobody has begun to index, noted as begun. One that is stored again
   * meanwhile is given again. What was begun and is not marked in the end is still {@link
   * #unindexed}.
   */
  public List<String> beginIndexing(int most) {
    return versions.beginIndexing(most);
  }

  /** Notes that what {@link #beginIndexing} gave is committed to the index. */
  public void markBegunIndexed(Collection<String> documentIds) {
    versions.markBegun(documentIds);
  }

  /** Does something while no other process stores anything; one within another is part of it. */
  public <T> T alone(Supplier<T> work) {
    return ledger.alone(work);
  }

  /**
   * Drops the cached record of a document, so that it is read from the disk when next asked for.
   */
  public void forget(String documentId) {
    versions.of(documentId).forEach(records::forget);
  }

  /** Notes that the rows of these documents are committed to the index. */
  public void markIndexed(Collection<String> documentIds) {
    versions.markIndexed(documentIds);
  }

  /** Versions of a document, oldest first; empty if there is no such document. */
  public List<Version> versions(String documentId) {
    return versions.of(documentId);
  }

  /** The newest version of a document; empty if it was taken out. */
  public Optional<ArchivedDisclosure> latest(String documentId) {
    return removal(documentId).isPresent()
        ? Optional.empty()
        : versions.newest(documentId).map(records::read);
  }

  /** The version of a document whose content's fingerprint starts so; empty if it was taken out. */
  public Optional<ArchivedDisclosure> version(String documentId, String sha256Prefix) {
    if (removal(documentId).isPresent()) {
      return Optional.empty();
    }
    return versions.of(documentId).stream()
        .filter(v -> v.sha256().startsWith(sha256Prefix))
        .reduce((older, newer) -> newer)
        .map(records::read);
  }

  /** Takes a document out: it is no longer shown or searched, and not taken in again. */
  public void remove(Removal removal) {
    removals.put(removal);
  }

  /** Shows a document again that was taken out. */
  public void putBack(String documentId) {
    removals.delete(documentId);
  }

  /** When and why a document was taken out; empty if it was not. */
  public Optional<Removal> removal(String documentId) {
    return removals.of(documentId);
  }

  /** The removal that a file of this path or content falls under. */
  public Optional<Removal> removalConcerning(String identity, String sha256) {
    return removals.concerning(identity, sha256);
  }

  /** All documents that were taken out, the latest first. */
  public List<Removal> removals() {
    return removals.all();
  }

  /** Where a section's permalink leads today; empty if it was never given out. */
  public Optional<PermalinkTarget> resolve(String documentId, String slug) {
    return new Permalinks(ledger, versions).resolve(documentId, slug);
  }

  /** The original file of a version; for a member that was not kept, the archive it is in. */
  public Optional<Original> original(Version version) {
    return Original.of(version, objects, versions);
  }

  /**
   * Fingerprint of the file that a version was read from, where it is kept; of a member, that of
   * its archive.
   */
  public Optional<String> originalFile(Version version) {
    return versions.container(version).filter(objects::has);
  }

  /**
   * Keeps a disclosure and its original. The same content of the same document replaces its record
   * (a better parser); other content becomes a new version.
   *
   * @throws NotKeptException if it is no version of what it replaces, or its file has changed
   * @throws ArchiveException if the disk is full or not writable; nothing is kept then
   */
  public ArchivedDisclosure store(NewVersion candidate) {
    if (!writable) {
      throw new ArchiveException("the archive is open for reading only");
    }
    return ledger.alone(() -> intake().take(candidate));
  }

  /** Gives room that the ledger no longer uses back to the disk. */
  public void compact() {
    ledger.compact();
  }

  /**
   * Compares every kept original with its fingerprint, every version with its record, and the
   * ledger with its journal where nobody else can be changing it.
   *
   * @return one line for each fault; empty if all is well
   */
  public List<String> check() throws IOException {
    return repair().check(lock != null).lines();
  }

  @Override
  public void close() {
    ledger.close();
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
