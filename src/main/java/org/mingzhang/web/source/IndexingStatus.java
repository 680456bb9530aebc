package org.mingzhang.web.source;

/**
 * Progress of indexing.
 *
 * @param running whether files are currently being read
 * @param done number of files that have been read
 * @param total total number of files
 */
public record IndexingStatus(boolean running, int done, int total) {
  /** The status while nothing is being read. */
  public static IndexingStatus idle() {
    return new IndexingStatus(false, 0, 0);
  }
}
