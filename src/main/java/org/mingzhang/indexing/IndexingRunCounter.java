package org.mingzhang.indexing;

/**
 * Counts the results of a run, reports them to the listener and schedules commits. Used by one
 * thread.
 */
final class IndexingRunCounter {
  /** Minimum and maximum time between commits. */
  private static final long MIN_COMMIT_NANOS = 2_000_000_000L;

  private static final long MAX_COMMIT_NANOS = 15_000_000_000L;

  /** The time between commits grows to 1/{@value} of the elapsed time. */
  private static final int ELAPSED_DIVISOR = 5;

  /** Minimum time between commits as a multiple of the duration of the last one. */
  private static final int COMMIT_COST_FACTOR = 4;

  private final IndexingListener listener;
  private final long started = System.nanoTime();
  private long lastCommit = started;
  private long lastCommitNanos;
  private int files;
  private int done;
  private int read;
  private int replaced;
  private int unchanged;
  private int duplicates;
  private int refused;

  IndexingRunCounter(int files, IndexingListener listener) {
    this.files = files;
    this.listener = listener;
  }

  /**
   * Raises the number of files of the run to that of finished and open files together, if this is
   * more. Open files wait or are being read.
   */
  void raiseFileCount(int open) {
    files = Math.max(files, done + open);
  }

  void countUnchanged() {
    unchanged++;
  }

  void countDuplicate() {
    duplicates++;
  }

  void countRefused(DocumentReader.RefusedFile file) {
    refused++;
    listener.fileRefused(file.file(), file.reason(), file.message());
  }

  void countIndexed(String file, String documentId, boolean again) {
    if (again) {
      replaced++;
    } else {
      read++;
    }
    listener.documentIndexed(file, documentId, again);
  }

  void countFile() {
    done++;
    listener.progress(currentProgress());
  }

  /**
   * Whether enough time has passed since the last commit. Each commit writes segments that must be
   * merged and compares new documents with others of their agencies. A long run commits less often,
   * since nobody waits for its next document, and no run spends most of its time on commits.
   */
  boolean isCommitDue() {
    long now = System.nanoTime();
    long pause = Math.clamp((now - started) / ELAPSED_DIVISOR, MIN_COMMIT_NANOS, MAX_COMMIT_NANOS);
    return now - lastCommit > Math.max(pause, COMMIT_COST_FACTOR * lastCommitNanos);
  }

  /**
   * Records the end of a commit.
   *
   * @param nanos its duration
   */
  void recordCommit(long nanos) {
    lastCommit = System.nanoTime();
    lastCommitNanos = nanos;
  }

  IndexingProgress currentProgress() {
    return new IndexingProgress(
        files, done, read, replaced, unchanged, duplicates, refused, System.nanoTime() - started);
  }
}
