package org.mingzhang.archive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A kept file that a version was read from.
 *
 * @param file where it lies; its name is its fingerprint
 * @param container whether it is the archive that the document is a member of, not the document
 */
public record Original(Path file, boolean container) {
  /** The original of a version; empty if neither it nor its archive is kept. */
  static Optional<Original> of(Version version, ObjectStore objects, VersionTable versions) {
    return objects.has(version.sha256())
        ? Optional.of(new Original(objects.place(version.sha256()), false))
        : versions
            .container(version)
            .filter(objects::has)
            .map(container -> new Original(objects.place(container), true));
  }
}
