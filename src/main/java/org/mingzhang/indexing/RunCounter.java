package org.mingzhang.indexing;

/** Counts what a run does and tells the listener. Used by the run's own thread. */
final class RunCounter {
  /** Shortest and longest time between commits. */
  private static final long SOON_NANOS = 2_000_000_000L;

  private static final long LATE_NANOS = 15_000_000_000L;

  /** Part of the time a run has taken so far that may pass between commits. */
  private static final int SHARE = 5;

  private final IndexingListener listener;
  private final long started = System.nanoTime();
  private long lastCommit = started;
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
   * merged again: a long run, of which nobody waits for the next document, commits less often.
   */
  boolean readyForCommit() {
    long now = System.nanoTime();
    long pause = Math.clamp((now - started) / SHARE, SOON_NANOS, LATE_NANOS);
    boolean ready = now - lastCommit > pause;
    if (ready) {
      lastCommit = now;
    }
    return ready;
  }

  IndexingProgress progress() {
    return new IndexingProgress(
        files, done, read, replaced, unchanged, duplicates, refused, System.nanoTime() - started);
  }
}
