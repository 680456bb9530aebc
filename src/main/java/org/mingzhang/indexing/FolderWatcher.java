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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.metadata.SidecarReader;

/**
 * Polls directories for new and changed files. A file is reported once it and the metadata files
 * beside it have the same size and time in two successive polls, so that files still being written
 * are not reported. Only names, sizes and times are read; deleted files are ignored. Not
 * thread-safe.
 */
public final class FolderWatcher {
  private final List<Path> folders;
  private final Map<Path, WatchedState> reportedStates = new HashMap<>();
  private final Set<SourceFileLister.SkippedPath> skippedPaths = new HashSet<>();
  private Map<Path, WatchedState> previousStates = new HashMap<>();
  private List<SourceFileLister.SkippedPath> newlySkippedPaths = List.of();

  /** The stamps of a file and of the metadata files beside it that exist. */
  private record WatchedState(FileStamp file, List<FileStamp> metadataFiles) {}

  /**
   * Creates a watcher.
   *
   * @param listing files that are only reported if they change
   */
  public FolderWatcher(List<Path> folders, SourceFileLister.Listing listing) {
    this.folders = List.copyOf(folders);
    skippedPaths.addAll(listing.skippedPaths());
    for (Path file : listing.files()) {
      WatchedState look = stateOf(file);
      if (look != null) {
        reportedStates.put(file, look);
      }
    }
  }

  /**
   * Polls the directories and returns the new or changed files that have settled, each once.
   * Missing directories are ignored.
   */
  public List<Path> pollSettledChanges() throws IOException {
    Map<Path, WatchedState> now = new HashMap<>();
    List<Path> settled = new ArrayList<>();
    SourceFileLister.Listing listing =
        SourceFileLister.scan(folders.stream().filter(Files::exists).toList());
    skippedPaths.retainAll(listing.skippedPaths());
    newlySkippedPaths =
        listing.skippedPaths().stream().filter(p -> !skippedPaths.contains(p)).toList();
    skippedPaths.addAll(newlySkippedPaths);
    for (Path file : listing.files()) {
      WatchedState look = stateOf(file);
      if (look == null || look.equals(reportedStates.get(file))) {
        continue;
      }
      now.put(file, look);
      if (look.equals(previousStates.get(file))) {
        reportedStates.put(file, look);
        settled.add(file);
      }
    }
    previousStates = now;
    return settled;
  }

  /**
   * The paths that the last call of {@link #pollSettledChanges} skipped and the call before did
   * not.
   */
  public List<SourceFileLister.SkippedPath> newlySkippedPaths() {
    return newlySkippedPaths;
  }

  private static @Nullable WatchedState stateOf(Path file) {
    FileStamp stamp = stampOf(file);
    return stamp == null
        ? null
        : new WatchedState(
            stamp,
            SidecarReader.metadataFiles(file).stream()
                .map(FolderWatcher::stampOf)
                .filter(Objects::nonNull)
                .toList());
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
