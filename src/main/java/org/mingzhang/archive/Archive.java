package org.mingzhang.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stores every original, every version of every document and every permalink ever issued.
 *
 * <p>Open it, {@link #store} what was read, look documents up by permalink, close it. One process
 * at a time writes to a local ledger; a second one gets an exception. Whatever {@code store}
 * returned is on disk. Thread-safe.
 */
public final class Archive implements AutoCloseable {
  private final ArchiveLocation location;
  private final ObjectStore objects;
  private final RecordStore records;
  private final Ledger ledger;
  private final List<String> unrestoredParts;
  private final boolean ledgerRebuilt;
  private final VersionTable versions;
  private final SourceFileTable sourceFiles;
  private final DocumentRemovalTable removals;
  private final IndexingState indexingState;
  private final IngestQueue queue;
  private final Frontier frontier;
  private final ProvenanceTable provenance;
  private final VersionLog versionLog;
  private final AlertStore alerts;
  private final SharedDossierTable dossiers;
  private final @Nullable ArchiveLock lock;
  private final boolean writable;

  Archive(
      ArchiveLocation location,
      LedgerOpener.OpenedLedger openedLedger,
      @Nullable ArchiveLock lock,
      boolean writable) {
    this.location = location;
    this.objects = location.createObjectStore();
    this.records = location.createRecordStore();
    this.ledger = openedLedger.ledger();
    this.unrestoredParts = openedLedger.unrestoredParts();
    this.ledgerRebuilt = openedLedger.wasRebuilt();
    this.versions = new VersionTable(ledger);
    this.sourceFiles = new SourceFileTable(ledger);
    this.removals = new DocumentRemovalTable(ledger);
    this.indexingState = new IndexingState(ledger);
    SharedLedgerSettings shared = location.sharedLedgerSettings();
    this.queue =
        new IngestQueue(
            ledger,
            sourceFiles,
            objects,
            shared == null ? Leases.of(ledger) : new SharedLeases(ledger, shared.leaseDuration()));
    this.frontier = new Frontier(ledger);
    this.provenance = new ProvenanceTable(ledger);
    this.versionLog = new VersionLog(ledger);
    this.alerts = new AlertStore(ledger);
    this.dossiers = new SharedDossierTable(ledger);
    this.lock = lock;
    this.writable = writable;
  }

  /** Loads the SQLite driver; may be called on another thread while the program starts. */
  public static void loadDatabase() {
    SqliteLedger.loadDriver();
  }

  /**
   * Opens an archive for reading and writing, creating it if there is none. A damaged or missing
   * ledger is moved aside and rebuilt.
   *
   * @throws ArchiveException if it is open for writing in another process or in this one, the
   *     folder cannot be written, or a newer program wrote the ledger
   */
  public static Archive open(Path path) {
    return open(new ArchiveLocation(path));
  }

  /**
   * Opens an archive like {@link #open(Path)}. If its ledger is shared, other processes may have it
   * open at the same time.
   */
  public static Archive open(ArchiveLocation location) {
    return ArchiveOpener.open(location);
  }

  /**
   * Opens an archive for reading only, also while another process writes to it. {@link #store} is
   * refused; other methods that change the ledger are not, and must not be called. A ledger of an
   * earlier schema version is migrated.
   *
   * @throws ArchiveException if there is no ledger, or it is damaged
   */
  public static Archive openReadOnly(Path path) {
    return openReadOnly(new ArchiveLocation(path));
  }

  /** Opens an archive like {@link #openReadOnly(Path)}; its ledger may be shared. */
  public static Archive openReadOnly(ArchiveLocation location) {
    return ArchiveOpener.openReadOnly(location);
  }

  /**
   * Opens an archive for inspection without repairing it; a ledger of an earlier schema version is
   * migrated. Other processes are kept from changing it, unless one has locked it already.
   *
   * @throws DamagedLedgerException if its ledger is damaged or missing
   */
  public static Archive openForInspection(Path path) throws IOException {
    return openForInspection(new ArchiveLocation(path));
  }

  /**
   * Opens an archive like {@link #openForInspection(Path)}. If its ledger is shared, other
   * processes may change it meanwhile.
   */
  public static Archive openForInspection(ArchiveLocation location) throws IOException {
    return ArchiveOpener.openForInspection(location);
  }

  /** Whether the ledger was damaged or missing and was rebuilt on opening. */
  public boolean wasLedgerRebuilt() {
    return ledgerRebuilt;
  }

  /** Lines that tell what could not be restored when the ledger was rebuilt; usually empty. */
  public List<String> unrestoredParts() {
    return unrestoredParts;
  }

  /** Creates the object that finds and repairs damage of this archive. */
  public ArchiveRepair archiveRepair() {
    return new ArchiveRepair(location.path(), objects, records, ledger, versions);
  }

  /**
   * Cleans up after an earlier process: deletes its temporary files, recovers its entries of the
   * queue, and computes missing matching keys.
   *
   * @param modifiedBefore temporary files last modified before this time are deleted
   */
  void cleanUpAfterEarlierProcess(Instant modifiedBefore) throws IOException {
    objects.deleteTemporaryFiles(modifiedBefore);
    records.deleteTemporaryFiles(modifiedBefore);
    queue.recoverEntries();
    disclosureStore().fillMissingMatchingKeys();
  }

  private DisclosureStore disclosureStore() {
    return new DisclosureStore(objects, records, ledger, versions, removals);
  }

  /** The queue of accepted files. */
  public IngestQueue queue() {
    return queue;
  }

  /** The files that were read, with their results. */
  public SourceFileTable sourceFiles() {
    return sourceFiles;
  }

  /** The documents that were removed. */
  public DocumentRemovalTable removals() {
    return removals;
  }

  /** The state that tells which documents are committed to the index. */
  public IndexingState indexingState() {
    return indexingState;
  }

  /** The crawl frontier: addresses found on the pages of sources, with the results of visits. */
  public Frontier frontier() {
    return frontier;
  }

  /** Versions in the order in which they were stored. */
  public VersionLog versionLog() {
    return versionLog;
  }

  /** Dossiers shared by a link. */
  public SharedDossierTable dossiers() {
    return dossiers;
  }

  /** Alerts and their mail. */
  public AlertStore alerts() {
    return alerts;
  }

  /**
   * The provenance of the document at a URL; empty if it was neither collected nor read from a web
   * archive.
   */
  public Optional<Provenance> findProvenance(String url) {
    return provenance.find(url);
  }

  /**
   * Permalink id of the first document, possibly removed, that has a version with this content;
   * empty if there is none.
   */
  public Optional<String> findDocumentWithContent(String sha256) {
    return versions.findDocumentWithContent(sha256);
  }

  /** Whether any version of a document was read from this path or address. */
  public boolean wasReadFrom(String documentId, String sourceKey) {
    return versions.isSourceOf(documentId, sourceKey);
  }

  /**
   * Permalink ids of the documents, also of removed ones, that were read from this path or address,
   * the latest stored first; empty if there is none.
   */
  public List<String> documentIdsReadFrom(String sourceKey) {
    return versions.documentIdsAt(sourceKey, null);
  }

  /**
   * Permalink ids of documents that were not removed, in the order of their UTF-8 bytes.
   *
   * @param afterId id after which to start; empty for the first
   * @param limit maximum number of ids
   */
  public List<String> documentIds(String afterId, int limit) {
    return versions.documentIds(afterId, limit);
  }

  /** The number of documents that were not removed. */
  public long documentCount() {
    return versions.documentCount();
  }

  /** The number of versions of documents that were not removed. */
  public long versionCount() {
    return versions.versionCount();
  }

  /**
   * The newest version of every document that was not removed, ordered by id.
   *
   * @param offset number of versions to skip
   * @param limit maximum number of versions
   */
  public List<DocumentVersion> newestVersions(int offset, int limit) {
    return versions.newestVersions(offset, limit);
  }

  /** Whether other processes may store documents in this archive. */
  public boolean isShared() {
    return location.sharedLedgerSettings() != null;
  }

  /**
   * Runs work while no other process that shares the ledger stores anything; reentrant. Must not be
   * called within a transaction.
   */
  public <T> T runExclusively(Supplier<T> work) {
    return ledger.runExclusively(work);
  }

  /** Removes the records of all versions of a document from the cache of records. */
  public void evictRecord(String documentId) {
    versions.versionsOf(documentId).forEach(records::evictFromCache);
  }

  /** Versions of a document, also of a removed one, oldest first; empty if there is none. */
  public List<DocumentVersion> versions(String documentId) {
    return versions.versionsOf(documentId);
  }

  /** The number of versions of every document that was not removed, by document id. */
  public Map<String, Integer> versionCounts() {
    return versions.countByDocument();
  }

  /**
   * The newest version of a document; empty if it does not exist or was removed.
   *
   * @throws DamagedRecordException if its record is damaged
   */
  public Optional<ArchivedDisclosure> latest(String documentId) {
    return removals.find(documentId).isPresent()
        ? Optional.empty()
        : versions.findNewest(documentId).map(records::read);
  }

  /**
   * Finds the newest version of a document whose SHA-256 starts with a prefix; empty if there is
   * none or the document was removed.
   *
   * @throws DamagedRecordException if its record is damaged
   */
  public Optional<ArchivedDisclosure> findVersion(String documentId, String sha256Prefix) {
    if (removals.find(documentId).isPresent()) {
      return Optional.empty();
    }
    return versions.versionsOf(documentId).stream()
        .filter(v -> v.sha256().startsWith(sha256Prefix))
        .reduce((older, newer) -> newer)
        .map(records::read);
  }

  /** The current target of a section's permalink; empty if it was never issued. */
  public Optional<PermalinkTarget> resolve(String documentId, String slug) {
    return new PermalinkTable(ledger, versions).resolve(documentId, slug);
  }

  /**
   * The original file of a version; for a member that was not stored, the archive that contains it.
   * Empty if neither is stored.
   */
  public Optional<OriginalFile> findOriginal(DocumentVersion version) {
    return OriginalFile.find(version, objects, versions);
  }

  /**
   * SHA-256 of the stored file that a version was read from; for a member, of its archive. Empty if
   * that file is missing.
   */
  public Optional<String> findOriginalHash(DocumentVersion version) {
    return versions.findContainer(version).filter(objects::exists);
  }

  /**
   * Stores a disclosure and its original. The same content of the same document replaces the
   * record, as after an improvement of the parser; other content becomes a new version.
   *
   * @throws NotStoredException if it cannot be a version of the document that it replaces, if that
   *     document was removed, or if the file has changed since it was read
   * @throws ArchiveException if the archive is open for reading only, or the disk is full or not
   *     writable; in both cases the ledger is unchanged
   */
  public ArchivedDisclosure store(NewVersion candidate) {
    if (!writable) {
      throw new ArchiveException("the archive is open for reading only");
    }
    return ledger.runExclusively(() -> disclosureStore().store(candidate));
  }

  /** Returns unused space of the ledger to the disk. */
  public void compact() {
    ledger.compact();
  }

  /**
   * Compares every stored original with its SHA-256, every version with its record, and the ledger
   * with its journal if no other process can change it.
   *
   * @return one line for each fault; empty if all is well
   */
  public List<String> check() throws IOException {
    return archiveRepair().findAllFaults(lock != null).lines();
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
