package org.mingzhang.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchiveLocation;
import org.mingzhang.archive.SharedLedgerSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options of the data folder: its path, and the locations of ledger and objects if they are not in
 * it.
 */
public final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "index",
      description = "Folder of index and archive (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("index");

  @Option(
      names = "--ledger",
      paramLabel = "jdbc:postgresql://HOST/DATABASE",
      description =
          "Database that holds the ledger and the queue, shared by several processes (default: a"
              + " file in the data folder).")
  private @Nullable String ledger;

  @Option(names = "--ledger-user", paramLabel = "NAME", description = "User name for the database.")
  private @Nullable String ledgerUser;

  @Option(
      names = "--ledger-password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password.")
  private @Nullable Path ledgerPassword;

  @Option(
      names = "--ledger-lease",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Time after which other processes read the files of a process that does not respond any"
              + " more (default: ${DEFAULT-VALUE}).")
  private int lease = 60;

  @Mixin private StoreOptions store = new StoreOptions();

  /** Creates the options for a folder that holds everything, for use without a command line. */
  static DataFolder of(Path path) {
    DataFolder folder = new DataFolder();
    folder.data = path;
    return folder;
  }

  public Path path() {
    return data;
  }

  /** Folder of the archive's database and files. */
  public Path archiveFolder() {
    return data.resolve("archive");
  }

  /**
   * The location of the archive: its folder, ledger and object store.
   *
   * @throws BadOptionException if an option of ledger or object store is invalid, or the file of a
   *     password cannot be read
   */
  ArchiveLocation archiveLocation() {
    if (ledger == null || ledger.isBlank()) {
      return new ArchiveLocation(archiveFolder(), null, store.parseSettings());
    }
    try {
      String secret =
          ledgerPassword == null
              ? null
              : SecretFileReader.readFirstLine("--ledger-password-file", ledgerPassword);
      return new ArchiveLocation(
          archiveFolder(),
          new SharedLedgerSettings(ledger, ledgerUser, secret, Duration.ofSeconds(lease)),
          store.parseSettings());
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--ledger: " + e.getMessage());
    }
  }

  /** Whether originals and records are in an object store. */
  boolean usesObjectStore() {
    return store.isGiven();
  }

  /** Whether the ledger is in a database server, which several processes can share. */
  boolean usesDatabase() {
    return ledger != null && !ledger.isBlank();
  }

  /** Parent of the temporary folders of processes that only read files. */
  Path readerTempFolder() {
    return data.resolve("work");
  }

  /**
   * File of the hash of the administration token; if it does not exist, administration over HTTP is
   * off.
   */
  public Path adminToken() {
    return data.resolve("admin-token");
  }

  /** Log of the actions of administrators. */
  public Path adminLog() {
    return data.resolve("admin.log");
  }

  /** Log of requests. */
  public Path accessLog() {
    return data.resolve("access.log");
  }

  /**
   * Folder in which earlier versions of the program kept uploads; used by {@link LegacyUploads}
   * alone.
   */
  public Path uploads() {
    return data.resolve("uploads");
  }

  /** Folder of members of archive files (ZIP, 7z, RAR) that have been read but not yet stored. */
  public Path spool() {
    return data.resolve("spool");
  }

  /** Folder of the WARC files, which is part of the archive and of its backups. */
  public Path warc() {
    return archiveFolder().resolve("warc");
  }

  /** Folder of temporary files for responses of crawled sites. */
  public Path responseTempFolder() {
    return data.resolve("answers");
  }

  /** Folder of the files at {@code /data}, which are generated from the index. */
  public Path datasets() {
    return data.resolve("datasets");
  }

  /** Folder of the search index, unless that is in a cluster. */
  public Path searchIndex() {
    return data.resolve("lucene");
  }
}
