package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.SourceState;

/**
 * What reading one file gave.
 *
 * @param file the file
 * @param state what is to be noted of it, without its members
 * @param results its documents
 * @param unchanged whether its content is the one noted before
 * @param worthNoting whether the next run may rely on this reading
 */
record FileReading(
    Path file,
    SourceState state,
    List<DocumentReader.Result> results,
    boolean unchanged,
    boolean worthNoting) {

  static FileReading unchanged(SourceState known) {
    return new FileReading(Path.of(known.path()), known, List.of(), true, true);
  }

  static FileReading read(Path file, SourceState state, List<DocumentReader.Result> results) {
    return new FileReading(file, state, results, false, true);
  }

  /** A file that could not even be opened is tried again in the next run. */
  static FileReading unreadable(Path file, Optional<SourceState> known, IOException fault) {
    SourceState state =
        known.orElseGet(() -> new SourceState(file.toString(), 0, 0, "", 0, List.of()));
    DocumentReader.Result refused =
        new DocumentReader.Refused(
            file.getFileName().toString(), "UNREADABLE", "cannot be opened: " + reason(fault));
    return new FileReading(file, state, List.of(refused), false, false);
  }

  private static String reason(IOException fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
