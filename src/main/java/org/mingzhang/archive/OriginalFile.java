package org.mingzhang.archive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The stored file that a version was read from.
 *
 * @param file its path, named by its SHA-256
 * @param isContainer whether it is the archive that contains the document rather than the document
 */
public record OriginalFile(Path file, boolean isContainer) {
  /** The original of a version; empty if neither it nor its archive is stored. */
  static Optional<OriginalFile> find(
      DocumentVersion version, ObjectStore objects, VersionTable versions) {
    return objects.exists(version.sha256())
        ? Optional.of(new OriginalFile(objects.localFile(version.sha256()), false))
        : versions
            .findContainer(version)
            .filter(objects::exists)
            .map(container -> new OriginalFile(objects.localFile(container), true));
  }
}
