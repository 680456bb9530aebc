package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares the paths of files after resolving links. */
final class RealPaths {
  private RealPaths() {}

  /** Whether a path, which need not exist, is a folder or lies in it. */
  static boolean isInside(Path path, Path folder) throws IOException {
    return resolve(path).startsWith(resolve(folder));
  }

  /** The absolute path without links; parts that do not exist are kept as they are. */
  private static Path resolve(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path existing = absolute;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing == null
        ? absolute
        : existing.toRealPath().resolve(existing.relativize(absolute));
  }
}
