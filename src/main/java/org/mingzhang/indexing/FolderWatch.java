package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files under some folders are new or have changed, each time it is asked. A file is
 * told of once it has looked the same twice, so that one which is still being written waits. It
 * looks at names, sizes and times only; files that went away are no matter, what was read of them
 * is kept. Used by one thread.
 */
public final class FolderWatch {
  private final List<Path> folders;
  private final Map<Path, FileStamp> told = new HashMap<>();
  private final Set<SourceFiles.PassedOver> passedOver = new HashSet<>();
  private Map<Path, FileStamp> before = new HashMap<>();
  private List<SourceFiles.PassedOver> fresh = List.of();

  /**
   * A watch over folders.
   *
   * @param known what has been told of already, and need not be unless it changes
   */
  public FolderWatch(List<Path> folders, SourceFiles.Listing known) {
    this.folders = List.copyOf(folders);
    passedOver.addAll(known.passedOver());
    for (Path file : known.files()) {
      FileStamp look = look(file);
      if (look != null) {
        told.put(file, look);
      }
    }
  }

  /** The files that have become new or different and have settled. */
  public List<Path> changed() throws IOException {
    Map<Path, FileStamp> now = new HashMap<>();
    List<Path> settled = new ArrayList<>();
    SourceFiles.Listing listing = SourceFiles.look(folders.stream().filter(Files::exists).toList());
    passedOver.retainAll(listing.passedOver());
    fresh = listing.passedOver().stream().filter(p -> !passedOver.contains(p)).toList();
    passedOver.addAll(fresh);
    for (Path file : listing.files()) {
      FileStamp look = look(file);
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

  /** What was passed over when {@link #changed} was last asked, and not the time before. */
  public List<SourceFiles.PassedOver> passedOver() {
    return fresh;
  }

  private static @Nullable FileStamp look(Path file) {
    try {
      return FileStamp.of(file);
    } catch (NoSuchFileException gone) {
      return null;
    } catch (IOException unreadable) {
      return new FileStamp(-1, FileTime.fromMillis(-1), null, null);
    }
  }
}
