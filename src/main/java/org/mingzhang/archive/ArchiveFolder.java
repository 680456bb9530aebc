package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an archive lies, open or not: originals in {@code objects}, records in {@code records}, the
 * ledger with its journal beside them, or in a database that several processes share.
 *
 * @param path the folder
 * @param shared the database; null for a file in the folder
 * @param store where originals and records are; null for the folder
 */
public record ArchiveFolder(
    Path path, @Nullable LedgerAddress shared, @Nullable StoreAddress store) {
  private static final String RECORDS = "records";
  private static final String OBJECTS = "objects";

  /** Bytes of originals that are kept on this machine where they are in a store. */
  private static final long FETCHED = 4L << 30;

  /** All of an archive in a folder. */
  public ArchiveFolder(Path path) {
    this(path, null, null);
  }

  /** Whether there is an archive, be it damaged. */
  public boolean exists() {
    return hasLedger()
        || Files.exists(path.resolve(LedgerOpening.JOURNAL))
        || Files.isDirectory(path.resolve(RECORDS));
  }

  /** What is damaged of an archive whose ledger cannot be asked what there should be. */
  public List<String> damagedFiles() throws IOException {
    List<String> faults = new ArrayList<>();
    ObjectStore originals = objects();
    for (String name : originals.names()) {
      if (!originals.intact(name)) {
        faults.add("original " + name + " does not have the content it is named by");
      }
    }
    RecordStore read = records();
    for (String name : read.names()) {
      if (!read.readable(name)) {
        faults.add("record " + name + " cannot be read");
      }
    }
    return faults;
  }

  boolean hasLedger() {
    return shared != null || Files.exists(path.resolve(LedgerOpening.LEDGER));
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
        ? new FileObjects(folder)
        : new S3Objects(
            S3Access.open(store),
            store,
            kind,
            new FetchedFiles(path.resolve("fetched-" + kind), FETCHED));
  }

  LedgerOpening opening() {
    return new LedgerOpening(path, records(), objects());
  }

  /** Opens the ledger for writing. */
  LedgerOpening.Opened open() throws IOException {
    return shared == null ? opening().open() : database(shared);
  }

  /** Opens the ledger as it is. */
  LedgerOpening.Opened asItIs() {
    return shared == null ? opening().asItIs() : database(shared);
  }

  private static LedgerOpening.Opened database(LedgerAddress address) {
    return new LedgerOpening.Opened(PostgresLedger.open(address), false, List.of());
  }
}
