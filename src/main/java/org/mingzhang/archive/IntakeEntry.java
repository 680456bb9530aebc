package org.mingzhang.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file in the queue, or one that was in it.
 *
 * @param id place in the order of acceptance
 * @param offer what was offered
 * @param state how far it is
 * @param attempts how often its reading was begun without coming to an end
 * @param accepted when it was accepted, for people; the order is that of the ids
 * @param documentId the document that it became, or the first of several; null if there is none
 * @param message what came of it where there is more to say, or null
 */
public record IntakeEntry(
    long id,
    OfferedFile offer,
    State state,
    int attempts,
    Instant accepted,
    @Nullable String documentId,
    @Nullable String message) {

  /** How far a file is. */
  public enum State {
    /** It will be read. */
    ACCEPTED,
    /** It is being read. */
    READING,
    /** It is in the archive. */
    KEPT,
    /** It is not, and the entry says why. */
    REFUSED,
    /** The process that found it has ended; it is read when it is found again. */
    WITHDRAWN
  }
}
