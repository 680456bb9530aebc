package org.mingzhang.indexing;

/** Counts what a run does and tells the listener. Used by the run's own thread. */
final class RunCounter {
  /** Shortest and longest time between commits. */
  private static final long SOON_NANOS = 2_000_000_000L;

  private static final long LATE_NANOS = 15_000_000_000L;

  /** Part of the time a run has taken so far that may pass between commits. */
  private static final int SHARE = 5;

  /** Least time between commits as a multiple of what the last one took. */
  private static final int TIMES = 4;

  private final IndexingListener listener;
  private final long started = System.nanoTime();
  private long lastCommit = started;
  private long commitTook;
  private int files;
  private int done;
  private int read;
  private int replaced;
  private int unchanged;
  private int duplicates;
  private int refused;

  RunCounter(int files, IndexingListener listener) {
    this.files = files;
    this.listener = listener;
  }

  /** Says how many files are still to be ended. */
  void expect(int open) {
    files = Math.max(files, done + open);
  }

  void unchanged() {
    unchanged++;
  }

  void duplicate() {
    duplicates++;
  }

  void refused(DocumentReader.Refused file) {
    refused++;
    listener.refused(file.file(), file.reason(), file.message());
  }

  void indexed(String file, String documentId, boolean again) {
    if (again) {
      replaced++;
    } else {
      read++;
    }
    listener.indexed(file, documentId, again);
  }

  void fileDone() {
    done++;
    listener.progress(progress());
  }

  /**
   * Whether enough time has passed since the last commit. Each commit writes segments that are
   * merged again, and compares what came with the other documents of its agencies: a long run, of
   * which nobody waits for the next document, commits less often, and no run spends most of its
   * time on commits.
   */
  boolean readyForCommit() {
    long now = System.nanoTime();
    long pause = Math.clamp((now - started) / SHARE, SOON_NANOS, LATE_NANOS);
    return now - lastCommit > Math.max(pause, TIMES * commitTook);
  }

  /**
   * Notes a commit that has ended.
   *
   * @param nanos what it took
   */
  void committed(long nanos) {
    lastCommit = System.nanoTime();
    commitTook = nanos;
  }

  IndexingProgress progress() {
    return new IndexingProgress(
        files, done, read, replaced, unchanged, duplicates, refused, System.nanoTime() - started);
  }
}
