package org.mingzhang.collect.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.file.PathUtils;

/**
 * A web archive: a WARC file, compressed or not, or a WACZ file, which is a ZIP file with WARC
 * files in its folder {@code archive/}. WACZ files are unpacked to a temporary folder, which {@link
 * #close} deletes.
 */
public final class WebArchive implements AutoCloseable {
  private static final long MAX_WARC_BYTES = 8L << 30;
  private static final int MAX_WARC_FILES = 10_000;

  private final Path file;
  private final Path folder;
  private final List<Path> warcFiles = new ArrayList<>();

  private WebArchive(Path file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /** Whether a file has the name of a web archive. */
  public static boolean hasArchiveName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".warc") || name.endsWith(".warc.gz") || name.endsWith(".wacz");
  }

  /**
   * Opens a file.
   *
   * @param temporaryFolder parent of the temporary folder
   * @throws WebArchiveException if the file is malformed or its parts are too large
   */
  public static WebArchive open(Path file, Path temporaryFolder) throws IOException {
    Files.createDirectories(temporaryFolder);
    WebArchive archive =
        new WebArchive(file, Files.createTempDirectory(temporaryFolder, "archive-"));
    try {
      if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".wacz")) {
        archive.unpack();
      } else {
        archive.warcFiles.add(file);
      }
      return archive;
    } catch (IOException e) {
      archive.close();
      throw e;
    }
  }

  private void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(e -> e.getName().matches("(?i)archive/[^/]+\\.warc(?:\\.gz)?"))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.isEmpty() || entries.size() > MAX_WARC_FILES) {
        throw new WebArchiveException(entries.size() + " WARC files in archive/");
      }
      for (ZipEntry entry : entries) {
        boolean packed = entry.getName().toLowerCase(Locale.ROOT).endsWith(".gz");
        Path part = folder.resolve("part" + warcFiles.size() + (packed ? ".warc.gz" : ".warc"));
        try (InputStream in = zip.getInputStream(entry);
            OutputStream out = Files.newOutputStream(part)) {
          copy(in, out, entry.getName());
        }
        warcFiles.add(part);
      }
    } catch (ZipException e) {
      throw new WebArchiveException("not a WACZ: " + e.getMessage());
    }
  }

  private static void copy(InputStream in, OutputStream out, String name) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long copied = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      copied += n;
      if (copied > MAX_WARC_BYTES) {
        throw new WebArchiveException(name + " is larger than " + MAX_WARC_BYTES + " bytes");
      }
      out.write(buffer, 0, n);
    }
  }

  /** Name of the file, without its folder. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /**
   * Visits all responses in the order of the file.
   *
   * @throws WebArchiveException if a WARC file cannot be read to its end
   */
  public void forEach(WarcVisitor visitor) throws IOException {
    for (Path part : warcFiles) {
      new WarcResponseReader(part, name(), folder).forEach(visitor);
    }
  }

  @Override
  public void close() throws IOException {
    PathUtils.deleteDirectory(folder);
  }
}
