package org.mingzhang.indexing;

/**
 * Counts the results of a run, reports them to the listener and schedules commits. Used by one
 * thread.
 */
final class IndexingRunProgress {
  /** Minimum time between commits. */
  private static final long MIN_COMMIT_NANOS = 2_000_000_000L;

  /** Maximum time between commits, unless {@link #COMMIT_COST_FACTOR} demands more. */
  private static final long MAX_COMMIT_NANOS = 15_000_000_000L;

  /** The time between commits grows to 1/{@value} of the elapsed time. */
  private static final int ELAPSED_DIVISOR = 5;

  /** Minimum time between commits as a multiple of the duration of the last one. */
  private static final int COMMIT_COST_FACTOR = 4;

  private final IndexingListener listener;
  private final long startedNanos = System.nanoTime();
  private long lastCommitAtNanos = startedNanos;
  private long lastCommitDurationNanos;
  private int fileCount;
  private int finishedCount;
  private int newCount;
  private int replacedCount;
  private int unchangedCount;
  private int duplicateCount;
  private int refusedCount;

  IndexingRunProgress(int fileCount, IndexingListener listener) {
    this.fileCount = fileCount;
    this.listener = listener;
  }

  /**
   * Raises the number of files of the run to the number of finished and open files, if that is
   * greater. Open files are waiting or being read.
   */
  void raiseFileCount(int openCount) {
    fileCount = Math.max(fileCount, finishedCount + openCount);
  }

  void countUnchanged() {
    unchangedCount++;
  }

  void countDuplicate() {
    duplicateCount++;
  }

  void countRefused(DocumentReader.RefusedFile file) {
    refusedCount++;
    listener.fileRefused(file.file(), file.reason(), file.message());
  }

  void countIndexed(String file, String documentId, boolean isReplacement) {
    if (isReplacement) {
      replacedCount++;
    } else {
      newCount++;
    }
    listener.documentIndexed(file, documentId, isReplacement);
  }

  /** Counts a finished file and reports the progress to the listener. */
  void countFile() {
    finishedCount++;
    listener.progress(currentProgress());
  }

  /**
   * Whether enough time has passed since the last commit. Each commit writes segments that must be
   * merged and compares new documents with others of their agencies. A long run commits less often,
   * since nobody waits for its next document, and no run spends most of its time on commits.
   */
  boolean isCommitDue() {
    long nowNanos = System.nanoTime();
    long pauseNanos =
        Math.clamp((nowNanos - startedNanos) / ELAPSED_DIVISOR, MIN_COMMIT_NANOS, MAX_COMMIT_NANOS);
    return nowNanos - lastCommitAtNanos
        > Math.max(pauseNanos, COMMIT_COST_FACTOR * lastCommitDurationNanos);
  }

  /**
   * Records the end of a commit.
   *
   * @param durationNanos its duration
   */
  void recordCommit(long durationNanos) {
    lastCommitAtNanos = System.nanoTime();
    lastCommitDurationNanos = durationNanos;
  }

  IndexingProgress currentProgress() {
    return new IndexingProgress(
        fileCount,
        finishedCount,
        newCount,
        replacedCount,
        unchangedCount,
        duplicateCount,
        refusedCount,
        System.nanoTime() - startedNanos);
  }
}
