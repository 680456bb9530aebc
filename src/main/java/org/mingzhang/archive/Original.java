package org.mingzhang.archive;

import java.nio.file.Path;

/**
 * A kept file that a version was read from.
 *
 * @param file where it lies; its name is its fingerprint
 * @param container whether it is the archive that the document is a member of, not the document
 */
public record Original(Path file, boolean container) {}
