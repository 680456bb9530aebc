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
 * @param shared the shared database; null for a ledger in the folder
 * @param store where originals and records are; null for the folder
 */
public record ArchiveLocation(
    Path path, @Nullable SharedLedgerSettings shared, @Nullable S3StoreSettings store) {
  private static final String RECORDS = "records";
  private static final String OBJECTS = "objects";

  /** Maximum size, in bytes, of the local cache of objects in a store. */
  private static final long MAX_CACHE_BYTES = 4L << 30;

  /** Creates an archive entirely in a folder. */
  public ArchiveLocation(Path path) {
    this(path, null, null);
  }

  /** Whether there is an archive, even a damaged one. */
  public boolean exists() {
    return hasLedger()
        || Files.exists(path.resolve(LedgerOpener.JOURNAL))
        || Files.isDirectory(path.resolve(RECORDS));
  }

  /**
   * Damaged files of an archive whose ledger is unusable, so that missing files cannot be known.
   */
  public List<String> findDamagedFiles() throws IOException {
    List<String> faults = new ArrayList<>();
    ObjectStore originals = objects();
    for (String name : originals.names()) {
      if (!originals.isIntact(name)) {
        faults.add("original " + name + " does not match its SHA-256");
      }
    }
    RecordStore read = records();
    for (String name : read.names()) {
      if (!read.isReadable(name)) {
        faults.add("record " + name + " cannot be read");
      }
    }
    return faults;
  }

  boolean hasLedger() {
    return shared != null || Files.exists(path.resolve(LedgerOpener.LEDGER));
  }

  ObjectStore objects() {
    return objects(OBJECTS);
  }

  RecordStore records() {
    return new RecordStore(objects(RECORDS));
  }

  private ObjectStore objects(String kind) {
    Path folder = path.resolve(kind);
    return store == null
        ? new FileObjectStore(folder)
        : new S3ObjectStore(
            S3ClientFactory.open(store),
            store,
            kind,
            new FetchedFileCache(path.resolve("fetched-" + kind), MAX_CACHE_BYTES));
  }

  LedgerOpener createOpener() {
    return new LedgerOpener(path, records(), objects());
  }

  /** Opens the ledger for writing. */
  LedgerOpener.OpenedLedger open() throws IOException {
    return shared == null ? createOpener().open() : openDatabase(shared);
  }

  LedgerOpener.OpenedLedger openWithoutRepair() {
    return shared == null ? createOpener().openWithoutRepair() : openDatabase(shared);
  }

  private static LedgerOpener.OpenedLedger openDatabase(SharedLedgerSettings settings) {
    return new LedgerOpener.OpenedLedger(PostgresLedger.open(settings), false, List.of());
  }
}
