package org.mingzhang.archive;

/** Where a permalink of a section leads today. */
public sealed interface PermalinkTarget {
  /**
   * The section is there under this very link.
   *
   * @param documentId the document
   * @param slug the section's link
   */
  record Here(String documentId, String slug) implements PermalinkTarget {}

  /**
   * The same section under another link.
   *
   * @param documentId the document
   * @param slug the section's new link
   */
  record Moved(String documentId, String slug) implements PermalinkTarget {}

  /**
   * The section is only in an earlier version of the document.
   *
   * @param version the version
   * @param path the section's outline path in it
   */
  record Earlier(Version version, String path) implements PermalinkTarget {}
}
