package org.mingzhang.indexing;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.SourceFileState;

/**
 * The result of reading one file.
 *
 * @param entry the entry of the file in the queue
 * @param file the file that was read
 * @param state the state to record for the file, whose members are replaced when the results are
 *     recorded; null if the next run must read it again
 * @param results results of its documents
 * @param previousMembers results recorded earlier for the same content; otherwise empty
 */
record FileReadResult(
    IngestEntry entry,
    Path file,
    @Nullable SourceFileState state,
    List<DocumentReader.Result> results,
    List<SourceFileState.Member> previousMembers) {

  /** Makes an immutable copy of the lists. */
  FileReadResult {
    results = List.copyOf(results);
    previousMembers = List.copyOf(previousMembers);
  }

  static FileReadResult unchanged(IngestEntry entry, Path file, SourceFileState knownState) {
    return new FileReadResult(entry, file, knownState, List.of(), knownState.members());
  }

  /** A result for an unreadable file; it is read again when it is offered again. */
  static FileReadResult unreadable(IngestEntry entry, String reason, String message) {
    DocumentReader.Result refused =
        new DocumentReader.RefusedFile(entry.offer().name(), reason, message);
    return new FileReadResult(entry, Path.of(""), null, List.of(refused), List.of());
  }

  /** Whether the file was not read because its content is unchanged. */
  boolean isUnchanged() {
    return results.isEmpty() && !previousMembers.isEmpty();
  }
}
