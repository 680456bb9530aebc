package org.mingzhang.archive;

/** How a file was received, which determines when it becomes a version of an earlier document. */
public enum FileOrigin {
  /**
   * Uploaded to the portal. Its content is in the archive. It is a version of a similar document of
   * the same agency, year and category, otherwise a new document.
   */
  UPLOAD,

  /**
   * Fetched from a URL. Its content is in the archive. Other content of the same URL is a version
   * of the same document, unless the metadata contradict each other.
   */
  ADDRESS,

  /**
   * A file of a folder named on the command line, read in place. Other content of the same path is
   * a version of the same document, unless the metadata contradict each other. Its queue entry is
   * withdrawn when the next process opens a local archive, since that process scans its own
   * folders.
   */
  FOLDER;

  /** Whether the content is stored in the archive before it is read. */
  public boolean isStoredBeforeReading() {
    return this != FOLDER;
  }
}
