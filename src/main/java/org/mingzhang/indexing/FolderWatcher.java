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
 * Polls directories for new and changed files. A file is reported once it has the same stamp in two
 * successive polls, so that files still being written are not reported. Only names, sizes and times
 * are read; deleted files are ignored. Not thread-safe.
 */
public final class FolderWatcher {
  private final List<Path> folders;
  private final Map<Path, FileStamp> reported = new HashMap<>();
  private final Set<SourceFileLister.SkippedPath> skipped = new HashSet<>();
  private Map<Path, FileStamp> previous = new HashMap<>();
  private List<SourceFileLister.SkippedPath> newlySkipped = List.of();

  /**
   * Creates a watcher.
   *
   * @param known files that are only reported if they change
   */
  public FolderWatcher(List<Path> folders, SourceFileLister.Listing known) {
    this.folders = List.copyOf(folders);
    skipped.addAll(known.skipped());
    for (Path file : known.files()) {
      FileStamp look = stampOf(file);
      if (look != null) {
        reported.put(file, look);
      }
    }
  }

  /** Polls the directories and returns the new or changed files that have settled. */
  public List<Path> findSettledChanges() throws IOException {
    Map<Path, FileStamp> now = new HashMap<>();
    List<Path> settled = new ArrayList<>();
    SourceFileLister.Listing listing =
        SourceFileLister.scan(folders.stream().filter(Files::exists).toList());
    skipped.retainAll(listing.skipped());
    newlySkipped = listing.skipped().stream().filter(p -> !skipped.contains(p)).toList();
    skipped.addAll(newlySkipped);
    for (Path file : listing.files()) {
      FileStamp look = stampOf(file);
      if (look == null || look.equals(reported.get(file))) {
        continue;
      }
      now.put(file, look);
      if (look.equals(previous.get(file))) {
        reported.put(file, look);
        settled.add(file);
      }
    }
    previous = now;
    return settled;
  }

  /**
   * The paths that the last call of {@link #findSettledChanges} skipped and the call before did
   * not.
   */
  public List<SourceFileLister.SkippedPath> newlySkippedPaths() {
    return newlySkipped;
  }

  private static @Nullable FileStamp stampOf(Path file) {
    try {
      return FileStamp.read(file);
    } catch (NoSuchFileException gone) {
      return null;
    } catch (IOException unreadable) {
      return new FileStamp(-1, FileTime.fromMillis(-1), null, null);
    }
  }
}
