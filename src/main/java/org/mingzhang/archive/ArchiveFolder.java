package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an archive lies on the disk, open or not: originals in {@code objects}, records in {@code
 * records}, the ledger with its journal beside them.
 *
 * @param path the folder
 */
public record ArchiveFolder(Path path) {
  private static final String RECORDS = "records";

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
    return Files.exists(path.resolve(LedgerOpening.LEDGER));
  }

  ObjectStore objects() {
    return new ObjectStore(path.resolve("objects"));
  }

  RecordStore records() {
    return new RecordStore(new ObjectStore(path.resolve(RECORDS)));
  }

  LedgerOpening opening() {
    return new LedgerOpening(path, records(), objects());
  }
}
