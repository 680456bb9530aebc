package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files to be read under given paths, in a stable order. */
public final class SourceFiles {
  /** What stands beside disclosures and is not one. */
  private static final Set<String> BESIDE =
      Set.of("yaml", "yml", "ds_store", "tmp", "part", "crdownload");

  private SourceFiles() {}

  /**
   * Lists regular files below the paths. Hidden files and folders, sidecars and half-made downloads
   * are left out; symbolic links are not followed.
   *
   * @throws NoSuchFileException if a path does not exist; the message names it
   */
  public static List<Path> list(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "no such file or folder");
      }
      Path root = path.toAbsolutePath().normalize();
      try (Stream<Path> walk =
          Files.walk(
              root,
              Integer.MAX_VALUE,
              EnumSet.noneOf(FileVisitOption.class).toArray(FileVisitOption[]::new))) {
        walk.filter(Files::isRegularFile)
            .filter(file -> wanted(root, file))
            .sorted()
            .forEach(files::add);
      }
    }
    return files.stream().distinct().toList();
  }

  private static boolean wanted(Path root, Path file) {
    if (file.equals(root)) {
      return true;
    }
    for (Path part : root.relativize(file)) {
      String name = part.toString();
      if (name.startsWith(".") || name.startsWith("~$")) {
        return false;
      }
    }
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !BESIDE.contains(ending);
  }
}
