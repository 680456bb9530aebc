package org.mingzhang.web.source;

/**
 * Progress of indexing.
 *
 * @param running whether files are being read now
 * @param done files done
 * @param total files in all
 */
public record IndexingStatus(boolean running, int done, int total) {
  /** The status while nothing is being read. */
  public static IndexingStatus idle() {
    return new IndexingStatus(false, 0, 0);
  }
}
