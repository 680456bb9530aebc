package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.OfferedFile;

/**
 * Takes over uploads that an earlier version of the program accepted but did not read. They are in
 * the folder {@code uploads}, which this version does not use otherwise.
 */
final class LegacyUploads {
  private LegacyUploads() {}

  /**
   * Puts unread files into the queue and deletes them from the folder; does nothing if there is no
   * such folder. Files that were read remain, because they are the sources of documents.
   */
  static void enqueue(Path uploads, Archive archive, Clock clock) throws IOException {
    if (!Files.isDirectory(uploads)) {
      return;
    }
    for (Path file : list(uploads.toAbsolutePath().normalize())) {
      String name = String.valueOf(file.getFileName());
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && !name.startsWith(".")
          && !name.matches("(?i).*\\.ya?ml")
          && archive.sourceFiles().find(file.toString()).isEmpty()) {
        try (InputStream content = Files.newInputStream(file)) {
          String sha256 = archive.queue().storeContent(content);
          archive.queue().accept(OfferedFile.ofUpload(name, sha256, null), clock.instant());
        }
        Files.delete(file);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
