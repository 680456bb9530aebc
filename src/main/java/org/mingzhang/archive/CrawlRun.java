package org.mingzhang.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of the crawler over a source.
 *
 * @param id number in the ledger
 * @param source name of the source
 * @param startedAt time of its start
 * @param endedAt time of its end, or null if it is not finished
 * @param visitsAllPages whether all pages of the lists are visited, not only those up to the first
 *     one without new documents
 * @param state whether it is finished
 * @param requestCount number of requests sent
 * @param foundCount number of documents seen for the first time
 * @param changedCount number of documents whose content has changed
 * @param goneCount number of documents that are no longer at their address
 * @param refusedCount number of visits that were refused or failed
 * @param message explanation of the state, or null
 * @param resumeAt earliest time to resume an unfinished run; null for at once
 */
public record CrawlRun(
    long id,
    String source,
    Instant startedAt,
    @Nullable Instant endedAt,
    boolean visitsAllPages,
    State state,
    long requestCount,
    long foundCount,
    long changedCount,
    long goneCount,
    long refusedCount,
    @Nullable String message,
    @Nullable Instant resumeAt) {
  /** Whether a run is finished. */
  public enum State {
    /** Running or paused. */
    OPEN,
    /** All addresses were visited. */
    ENDED
  }
}
