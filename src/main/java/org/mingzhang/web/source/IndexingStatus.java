package org.mingzhang.web.source;

/**
 * How far indexing is.
 *
 * @param running whether files are being read now
 * @param done files looked at
 * @param total files to look at
 */
public record IndexingStatus(boolean running, int done, int total) {
  /** Nothing is being read. */
  public static IndexingStatus idle() {
    return new IndexingStatus(false, 0, 0);
  }
}
