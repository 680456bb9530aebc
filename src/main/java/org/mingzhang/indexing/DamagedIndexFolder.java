package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory {@code damaged} beside an index, to which an unusable index is moved. Only the last
 * one is kept, because an index can always be rebuilt.
 */
final class DamagedIndexFolder {
  private static final DateTimeFormatter TIMESTAMP_FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private DamagedIndexFolder() {}

  /** Moves an index into the directory, deleting earlier ones of the same name. */
  static void moveAside(Path index) throws IOException {
    Path folder = index.toAbsolutePath().resolveSibling("damaged");
    Files.createDirectories(folder);
    String kind = index.getFileName() + "-";
    try (Stream<Path> before = Files.list(folder)) {
      for (Path old : before.filter(f -> f.getFileName().toString().startsWith(kind)).toList()) {
        delete(old);
      }
    }
    Files.move(index, folder.resolve(kind + TIMESTAMP_FORMAT.format(Clock.systemUTC().instant())));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> inner = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inner) {
        Files.delete(path);
      }
    }
  }
}
