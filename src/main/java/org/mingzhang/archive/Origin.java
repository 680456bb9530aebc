package org.mingzhang.archive;

/** How a file came in; decides what makes it the same document as an earlier one. */
public enum Origin {
  /**
   * Sent to the portal. Its bytes are in the archive; it is a version of a document of the same
   * agency, year and category that it is alike, else a document of its own.
   */
  UPLOAD,

  /**
   * Fetched from an address. Its bytes are in the archive; another content of the same address is a
   * version of the same document.
   */
  ADDRESS,

  /**
   * A file of a folder that was named on the command line, read where it lies; another content of
   * the same path is a version of the same document. It waits only for the process that found it:
   * the next one looks at its own folders again.
   */
  FOLDER;

  /** Whether the content is kept in the archive before it is read. */
  public boolean keptBefore() {
    return this != FOLDER;
  }
}
