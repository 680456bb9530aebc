package org.mingzhang.indexing;

/**
 * Progress of an indexing run.
 *
 * @param fileCount number of files of the run
 * @param finishedCount number of files finished
 * @param newCount documents indexed for the first time
 * @param replacedCount documents with a new version or a new analysis
 * @param unchangedCount files with unchanged content
 * @param duplicateCount documents whose content is already stored under another path
 * @param refusedCount documents that could not be read
 * @param elapsedNanos time since the start of the run, in nanoseconds
 */
public record IndexingProgress(
    int fileCount,
    int finishedCount,
    int newCount,
    int replacedCount,
    int unchangedCount,
    int duplicateCount,
    int refusedCount,
    long elapsedNanos) {
  /** Files finished per second. */
  public double filesPerSecond() {
    return elapsedNanos == 0 ? 0 : finishedCount * 1e9 / elapsedNanos;
  }

  /** Estimated seconds until the run ends; 0 while no file is finished. */
  public long secondsLeft() {
    return finishedCount == 0 ? 0 : Math.round((fileCount - finishedCount) / filesPerSecond());
  }
}
