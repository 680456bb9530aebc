package org.mingzhang.web.source;

/**
 * Progress of indexing.
 *
 * @param running whether files are currently being read
 * @param readCount number of files that have been read
 * @param fileCount total number of files
 */
public record IndexingStatus(boolean running, int readCount, int fileCount) {
  /** The status while nothing is being read. */
  public static IndexingStatus idle() {
    return new IndexingStatus(false, 0, 0);
  }
}
