package org.mingzhang.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the folder of index and archive. */
public final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "index",
      description = "Folder of index and archive (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("index");

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
