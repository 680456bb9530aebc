package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The location of an archive: originals in {@code objects} and records in {@code records} of a
 * folder or an object store, and the ledger with its journal in the folder or in a shared database.
 *
 * @param path the folder
 * @param sharedLedgerSettings the shared database; null for a ledger in the folder
 * @param store where originals and records are; null for the folder
 */
public record ArchiveLocation(
    Path path,
    @Nullable SharedLedgerSettings sharedLedgerSettings,
    @Nullable S3StoreSettings store) {
  private static final String RECORDS_FOLDER = "records";
  private static final String OBJECTS_FOLDER = "objects";

  /** Maximum size, in bytes, of each of the local caches of originals and of records in a store. */
  private static final long MAX_CACHE_BYTES = 4L << 30;

  /** The location of an archive that is entirely in a folder. */
  public ArchiveLocation(Path path) {
    this(path, null, null);
  }

  /** Whether there is an archive, even a damaged one; true for any shared database. */
  public boolean exists() {
    return hasLedger()
        || Files.exists(path.resolve(LedgerOpener.JOURNAL))
        || Files.isDirectory(path.resolve(RECORDS_FOLDER));
  }

  /**
   * Finds damaged originals and records without using the ledger; missing files are not detected.
   * Reads all originals and records.
   *
   * @return one line for each damaged file; empty if there is none
   */
  public List<String> findDamagedFiles() throws IOException {
    List<String> faults = new ArrayList<>();
    ObjectStore originals = createObjectStore();
    for (String name : originals.names()) {
      if (!originals.isIntact(name)) {
        faults.add("original " + name + " does not match its SHA-256");
      }
    }
    RecordStore read = createRecordStore();
    for (String name : read.names()) {
      if (!read.isReadable(name)) {
        faults.add("record " + name + " cannot be read");
      }
    }
    return faults;
  }

  boolean hasLedger() {
    return sharedLedgerSettings != null || Files.exists(path.resolve(LedgerOpener.LEDGER));
  }

  ObjectStore createObjectStore() {
    return createObjectStore(OBJECTS_FOLDER);
  }

  RecordStore createRecordStore() {
    return new RecordStore(createObjectStore(RECORDS_FOLDER));
  }

  private ObjectStore createObjectStore(String kind) {
    Path folder = path.resolve(kind);
    return store == null
        ? new FileObjectStore(folder)
        : new S3ObjectStore(
            S3ClientFactory.open(store),
            store,
            kind,
            new FetchedFileCache(path.resolve("fetched-" + kind), MAX_CACHE_BYTES));
  }

  LedgerOpener createLedgerOpener() {
    return new LedgerOpener(path, createRecordStore(), createObjectStore());
  }

  /** Opens the ledger for writing; a file that is damaged or missing is rebuilt. */
  LedgerOpener.OpenedLedger openLedger() throws IOException {
    return sharedLedgerSettings == null
        ? createLedgerOpener().open()
        : openDatabase(sharedLedgerSettings);
  }

  LedgerOpener.OpenedLedger openLedgerWithoutRepair() {
    return sharedLedgerSettings == null
        ? createLedgerOpener().openWithoutRepair()
        : openDatabase(sharedLedgerSettings);
  }

  private static LedgerOpener.OpenedLedger openDatabase(SharedLedgerSettings settings) {
    return new LedgerOpener.OpenedLedger(PostgresLedger.open(settings), false, List.of());
  }
}
