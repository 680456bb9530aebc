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
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.Sha256;
import org.mingzhang.web.api.RowWriter;

/**
 * Writes a CSV file and computes its size and SHA-256: write rows, close it, then call {@link
 * #describe}. Not thread-safe.
 */
final class DatasetFileWriter implements AutoCloseable {
  private final Path file;
  private final String path;
  private final MessageDigest digest;
  private final OutputStream out;
  private final CSVPrinter csv;
  private final String mediaType;
  private long rows;

  /**
   * Creates the file and its folders and writes the header. The file is in UTF-8 without byte order
   * mark, compressed if its name ends with {@code .gz}. An existing file is overwritten.
   *
   * @param folder root folder
   * @param path path of the file below it
   */
  DatasetFileWriter(Path folder, String path, List<DatasetColumn> columns) throws IOException {
    this.file = folder.resolve(path);
    this.path = path;
    this.digest = Sha256.newDigest();
    boolean compressed = path.endsWith(".gz");
    this.mediaType = compressed ? "application/gzip" : "text/csv";
    Files.createDirectories(file.getParent());
    this.out =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest);
    OutputStream to = compressed ? new GZIPOutputStream(out, 1 << 16) : out;
    this.csv =
        new CSVPrinter(new OutputStreamWriter(to, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    csv.printRecord(columns.stream().map(DatasetColumn::name).toList());
  }

  /**
   * Writes a row; null is an empty cell. Numbers have no exponent, and texts that a spreadsheet
   * would read as formulas are escaped.
   */
  void writeRow(List<? extends @Nullable Object> values) throws IOException {
    for (Object value : values) {
      csv.print(
          switch (value) {
            case BigDecimal number -> number.toPlainString();
            case String text -> RowWriter.escapeFormula(text);
            case null, default -> value;
          });
    }
    csv.println();
    rows++;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Describes the closed file. Must be called only once, since it resets the digest. */
  DatasetFile describe() throws IOException {
    String fingerprint = Sha256.hex(digest);
    return new DatasetFile(path, mediaType, Files.size(file), fingerprint, rows);
  }

  /** Writes a JSON file, creating its folders and overwriting an existing file. */
  static DatasetFile writeJson(Path folder, String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    String fingerprint = HexFormat.of().formatHex(Sha256.newDigest().digest(bytes));
    return new DatasetFile(path, "application/json", bytes.length, fingerprint, 0);
  }
}
