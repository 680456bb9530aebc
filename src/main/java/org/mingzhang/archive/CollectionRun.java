package org.mingzhang.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run over a source.
 *
 * @param id its number
 * @param source name of the source
 * @param began when
 * @param ended when, or null while it goes on or waits to go on
 * @param whole whether all pages of the lists are looked at, not only until nothing is new
 * @param state how it stands
 * @param requests requests made
 * @param found documents seen for the first time
 * @param changed documents with another content than before
 * @param gone documents that are no longer there
 * @param refused addresses that were refused or failed
 * @param message why it is as it is, or null
 * @param rest when a run that was not ended may go on; null for at once
 */
public record CollectionRun(
    long id,
    String source,
    Instant began,
    @Nullable Instant ended,
    boolean whole,
    State state,
    long requests,
    long found,
    long changed,
    long gone,
    long refused,
    @Nullable String message,
    @Nullable Instant rest) {
  /** How a run stands. */
  public enum State {
    /** It goes on, or waits to go on. */
    OPEN,
    /** All addresses were visited. */
    ENDED
  }
}
