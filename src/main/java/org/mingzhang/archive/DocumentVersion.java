package org.mingzhang.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document: the content of its file at a time.
 *
 * @param documentId permalink id of the document
 * @param number version number from 1, in the order seen
 * @param sha256 SHA-256 of the original
 * @param firstSeen time of the first indexing
 * @param source path or address it was read from
 * @param url address it was published at, or null
 * @param arrival position in the order in which versions were stored, from 1; 0 if unknown
 */
public record DocumentVersion(
    String documentId,
    int number,
    String sha256,
    Instant firstSeen,
    String source,
    @Nullable String url,
    long arrival) {
  /** Creates a version that is not stored yet. */
  public DocumentVersion(
      String documentId,
      int number,
      String sha256,
      Instant firstSeen,
      String source,
      @Nullable String url) {
    this(documentId, number, sha256, firstSeen, source, url, 0);
  }

  /** Whether it was fetched from the web; false for a file that was uploaded or lay in a folder. */
  public boolean isFetched() {
    return url != null;
  }
}
