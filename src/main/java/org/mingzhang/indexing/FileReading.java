package org.mingzhang.indexing;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.SourceState;

/**
 * What reading one file gave.
 *
 * @param entry the file's place in the queue
 * @param file the file as it was read
 * @param state what is to be noted of it, without its members; null where the next run is not to
 *     rely on this reading
 * @param results its documents
 * @param known what came of it before, where its content is the one noted then; else empty
 */
record FileReading(
    IntakeEntry entry,
    Path file,
    @Nullable SourceState state,
    List<DocumentReader.Result> results,
    List<SourceState.Member> known) {

  /** Copies the lists. */
  FileReading {
    results = List.copyOf(results);
    known = List.copyOf(known);
  }

  static FileReading unchanged(IntakeEntry entry, Path file, SourceState known) {
    return new FileReading(entry, file, known, List.of(), known.members());
  }

  /** A file that could not be read this time is tried again when it is offered again. */
  static FileReading unreadable(IntakeEntry entry, String reason, String message) {
    DocumentReader.Result refused =
        new DocumentReader.Refused(entry.offer().name(), reason, message);
    return new FileReading(entry, Path.of(""), null, List.of(refused), List.of());
  }

  boolean unchanged() {
    return results.isEmpty() && !known.isEmpty();
  }
}
