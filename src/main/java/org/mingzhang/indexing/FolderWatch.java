package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files under some folders are new or have changed, each time it is asked. A file is
 * told of once it has looked the same twice, so that one which is still being written waits. It
 * looks at names, sizes and times only; files that went away are no matter, what was read of them
 * is kept. Used by one thread.
 */
public final class FolderWatch {
  private record Look(long bytes, long modified) {}

  private final List<Path> folders;
  private final Map<Path, Look> told = new HashMap<>();
  private Map<Path, Look> before = new HashMap<>();

  /**
   * A watch over folders.
   *
   * @param known files that need not be told of unless they change
   */
  public FolderWatch(List<Path> folders, List<Path> known) {
    this.folders = List.copyOf(folders);
    for (Path file : known) {
      Look look = look(file);
      if (look != null) {
        told.put(file, look);
      }
    }
  }

  /** The files that have become new or different and have settled. */
  public List<Path> changed() throws IOException {
    Map<Path, Look> now = new HashMap<>();
    List<Path> settled = new ArrayList<>();
    for (Path file : SourceFiles.list(folders.stream().filter(Files::exists).toList())) {
      Look look = look(file);
      if (look == null || look.equals(told.get(file))) {
        continue;
      }
      now.put(file, look);
      if (look.equals(before.get(file))) {
        told.put(file, look);
        settled.add(file);
      }
    }
    before = now;
    return settled;
  }

  private static @Nullable Look look(Path file) {
    try {
      return new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (NoSuchFileException gone) {
      return null;
    } catch (IOException unreadable) {
      return new Look(-1, -1);
    }
  }
}
