package org.mingzhang.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchiveFolder;
import org.mingzhang.archive.LedgerAddress;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that names the folder of index and archive. */
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

  @Option(
      names = "--ledger-user",
      paramLabel = "NAME",
      description = "Who logs in at the database.")
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
          "Time after which another process reads what one had begun that is not heard of any more"
              + " (default: ${DEFAULT-VALUE}).")
  private int lease = 60;

  @Mixin private StoreOptions store = new StoreOptions();

  /** A folder that is not named on the command line. */
  static DataFolder of(Path path) {
    DataFolder folder = new DataFolder();
    folder.data = path;
    return folder;
  }

  /** The folder itself. */
  public Path path() {
    return data;
  }

  /** The archive's folder. */
  public Path archive() {
    return data.resolve("archive");
  }

  /**
   * Where the archive is.
   *
   * @throws BadOptionException where the address of its ledger is none
   */
  ArchiveFolder place() {
    if (ledger == null || ledger.isBlank()) {
      return new ArchiveFolder(archive(), null, store.address());
    }
    try {
      String secret =
          ledgerPassword == null
              ? null
              : SecretFile.firstLine("--ledger-password-file", ledgerPassword);
      return new ArchiveFolder(
          archive(),
          new LedgerAddress(ledger, ledgerUser, secret, Duration.ofSeconds(lease)),
          store.address());
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--ledger: " + e.getMessage());
    }
  }

  /** Whether originals and records are in a store. */
  boolean stored() {
    return store.given();
  }

  /** Whether the ledger is in a database. */
  boolean shared() {
    return ledger != null && !ledger.isBlank();
  }

  /** Where a process that only reads leaves what it needs while it does; one for each process. */
  Path work() {
    return data.resolve("work");
  }

  /** Hash of the token that opens administration over HTTP; there is none without the file. */
  public Path adminToken() {
    return data.resolve("admin-token");
  }

  /** What administrators did. */
  public Path adminLog() {
    return data.resolve("admin.log");
  }

  /** What was asked of the portal. */
  public Path accessLog() {
    return data.resolve("access.log");
  }

  /** Files that came in over HTTP. */
  public Path uploads() {
    return data.resolve("uploads");
  }

  /** Where members of archives lie between their reading and their keeping. */
  public Path spool() {
    return data.resolve("spool");
  }

  /** Answers of sites as they came, in WARC files; part of the archive and of its backups. */
  public Path warc() {
    return archive().resolve("warc");
  }

  /** Where an answer lies while it is read. */
  public Path answers() {
    return data.resolve("answers");
  }

  /** The files that are handed out at {@code /data}; made again from the index. */
  public Path datasets() {
    return data.resolve("datasets");
  }

  /** The search index's folder. */
  public Path lucene() {
    return data.resolve("lucene");
  }
}
