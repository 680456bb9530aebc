package org.mingzhang.indexing;

/**
 * How far a run is.
 *
 * @param files files to look at
 * @param done files looked at
 * @param read documents read and indexed for the first time
 * @param replaced documents that got a new version or a better reading
 * @param unchanged files whose content has not changed
 * @param duplicates documents whose content is kept already under another path
 * @param refused documents that could not be read
 * @param nanos time since the run began
 */
public record IndexingProgress(
    int files,
    int done,
    int read,
    int replaced,
    int unchanged,
    int duplicates,
    int refused,
    long nanos) {
  /** Files a second. */
  public double rate() {
    return nanos == 0 ? 0 : done * 1e9 / nanos;
  }

  /** Estimated seconds until the run ends. */
  public long secondsLeft() {
    return done == 0 ? 0 : Math.round((files - done) / rate());
  }
}
