package org.mingzhang.archive;

/** The current target of a section's permalink. */
public sealed interface PermalinkTarget {
  /**
   * The section exists under this permalink.
   *
   * @param documentId the document
   * @param slug the section's link
   */
  record Unmoved(String documentId, String slug) implements PermalinkTarget {}

  /**
   * The section exists under another link.
   *
   * @param documentId the document
   * @param slug the section's new link
   */
  record UnderOtherLink(String documentId, String slug) implements PermalinkTarget {}

  /**
   * The section exists only in an earlier version of the document.
   *
   * @param version the version
   * @param path the section's outline path in it
   */
  record InEarlierVersion(DocumentVersion version, String path) implements PermalinkTarget {}
}
