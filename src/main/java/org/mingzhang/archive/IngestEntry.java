package org.mingzhang.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file in the ingest queue, or one that has left it.
 *
 * @param id position in the order of acceptance
 * @param offer what was offered
 * @param state its state
 * @param attempts number of times its reading was begun, not counting those that {@link
 *     IngestQueue#returnBegunEntries} gave back
 * @param accepted time of acceptance, for display; the order is that of the ids
 * @param documentId the resulting document, or the first of several; null if there is none
 * @param message explanation of the result, or null
 */
public record IngestEntry(
    long id,
    OfferedFile offer,
    IngestState state,
    int attempts,
    Instant accepted,
    @Nullable String documentId,
    @Nullable String message) {

  /** The state of a file. */
  public enum IngestState {
    /** Waiting to be read. */
    ACCEPTED,
    /** Being read. */
    READING,
    /** At least one document of the file is stored in the archive. */
    KEPT,
    /** No document of the file is stored. */
    REFUSED,
    /** Dropped because the process that found it has ended; read when it is found again. */
    WITHDRAWN
  }
}
