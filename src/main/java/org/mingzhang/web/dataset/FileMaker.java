package org.mingzhang.web.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.api.RowWriter;

/**
 * Writes one file and knows its size and fingerprint afterwards: open it, write rows, close it, ask
 * {@link #done}. Used by one thread.
 */
final class FileMaker implements AutoCloseable {
  private final Path file;
  private final String path;
  private final MessageDigest digest;
  private final OutputStream out;
  private final CSVPrinter csv;
  private final String mediaType;
  private long rows;

  /**
   * Begins a file of comma-separated values in UTF-8 without a mark, packed where its name ends so.
   *
   * @param folder where paths begin
   * @param path of the file below it
   */
  FileMaker(Path folder, String path, List<DatasetColumn> columns) throws IOException {
    this.file = folder.resolve(path);
    this.path = path;
    this.digest = sha256();
    boolean packed = path.endsWith(".gz");
    this.mediaType = packed ? "application/gzip" : "text/csv";
    Files.createDirectories(file.getParent());
    this.out =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest);
    OutputStream to = packed ? new GZIPOutputStream(out, 1 << 16) : out;
    this.csv =
        new CSVPrinter(new OutputStreamWriter(to, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    csv.printRecord(columns.stream().map(DatasetColumn::name).toList());
  }

  /** A row; null is an empty cell. */
  void row(List<? extends @Nullable Object> values) throws IOException {
    for (Object value : values) {
      csv.print(
          switch (value) {
            case BigDecimal number -> number.toPlainString();
            case String text -> RowWriter.harmless(text);
            case null, default -> value;
          });
    }
    csv.println();
    rows++;
  }

  /** Rows so far. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** The file, which has been closed. */
  DatasetFile done() throws IOException {
    String fingerprint = HexFormat.of().formatHex(digest.digest());
    return new DatasetFile(path, mediaType, Files.size(file), fingerprint, rows);
  }

  /** Writes a description. */
  static DatasetFile json(Path folder, String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    String fingerprint = HexFormat.of().formatHex(sha256().digest(bytes));
    return new DatasetFile(path, "application/json", bytes.length, fingerprint, 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
