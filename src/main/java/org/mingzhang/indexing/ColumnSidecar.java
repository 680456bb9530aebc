package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.Provenance;
import org.mingzhang.structure.metadata.SidecarFiles;

/** Tells readers of files what is known of the column that a file was collected from. */
final class ColumnSidecar {
  private ColumnSidecar() {}

  /**
   * Lays down beside a file what the source of its address states.
   *
   * @param file the file, in a folder of its own
   * @param url address it was published at, or null
   */
  static void lay(Path file, Archive archive, @Nullable String url) throws IOException {
    Provenance known = url == null ? null : archive.provenance(url).orElse(null);
    if (known == null || (known.region() == null && known.agency() == null)) {
      return;
    }
    String text = line("region", known.region()) + line("agency", known.agency());
    try {
      Files.writeString(
          file.resolveSibling(SidecarFiles.COLUMN_FILE), text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException itself) {
      // The document has this very name; it is a link to what is kept and must not be written to.
    }
  }

  private static String line(String key, @Nullable String value) {
    return value == null
        ? ""
        : key + ": \"" + value.replaceAll("[\\p{Cntrl}\"\\\\]", " ").strip() + "\"\n";
  }
}
