package org.mingzhang.indexing;

/**
 * Progress of an indexing run.
 *
 * @param files number of files of the run
 * @param done number of files finished
 * @param read documents indexed for the first time
 * @param replaced documents with a new version or a new analysis
 * @param unchanged files with unchanged content
 * @param duplicates documents whose content is already stored under another path
 * @param refused documents that could not be read
 * @param nanos time since the start of the run, in nanoseconds
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
  /** Files finished per second. */
  public double filesPerSecond() {
    return nanos == 0 ? 0 : done * 1e9 / nanos;
  }

  /** Estimated seconds until the run ends; 0 while no file is finished. */
  public long secondsLeft() {
    return done == 0 ? 0 : Math.round((files - done) / filesPerSecond());
  }
}
