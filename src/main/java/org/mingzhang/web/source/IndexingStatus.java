package org.mingzhang.web.source;

/**
 * Progress of indexing.
 *
 * @param isRunning whether files are currently being read
 * @param readCount number of files that have been read
 * @param fileCount total number of files
 */
public record IndexingStatus(boolean isRunning, int readCount, int fileCount) {
  /** The status while nothing is being read. */
  public static IndexingStatus idle() {
    return new IndexingStatus(false, 0, 0);
  }
}
