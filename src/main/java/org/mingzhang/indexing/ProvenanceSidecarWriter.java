package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.Provenance;
import org.mingzhang.structure.metadata.SidecarReader;

/**
 * Writes the sidecar file with the region and agency of the site section from which a file was
 * collected.
 */
final class ProvenanceSidecarWriter {
  private ProvenanceSidecarWriter() {}

  /**
   * Writes the sidecar of a file, if its source states a region or agency.
   *
   * @param file the file, alone in its directory
   * @param url address it was published at, or null
   */
  static void write(Path file, Archive archive, @Nullable String url) throws IOException {
    Provenance known = url == null ? null : archive.findProvenance(url).orElse(null);
    if (known == null || (known.region() == null && known.agency() == null)) {
      return;
    }
    String text = yamlLine("region", known.region()) + yamlLine("agency", known.agency());
    try {
      Files.writeString(
          file.resolveSibling(SidecarReader.SITE_SECTION_FILE),
          text,
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException itself) {
      // The document itself has this name; it is a hard link to archived content and must not be
      // overwritten.
    }
  }

  private static String yamlLine(String key, @Nullable String value) {
    return value == null
        ? ""
        : key + ": \"" + value.replaceAll("[\\p{Cntrl}\"\\\\]", " ").strip() + "\"\n";
  }
}
