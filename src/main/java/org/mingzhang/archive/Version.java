package org.mingzhang.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document: the content of its file at one time.
 *
 * @param documentId permalink id of the document
 * @param number 1-based, in the order seen
 * @param sha256 content of the original
 * @param firstSeen when it was first indexed
 * @param source path or address it was read from
 * @param url address it was published at, or null
 * @param arrival its place in the order in which versions were stored, from 1; 0 where that is not
 *     known
 */
public record Version(
    String documentId,
    int number,
    String sha256,
    Instant firstSeen,
    String source,
    @Nullable String url,
    long arrival) {
  /** A version that is not stored yet. */
  public Version(
      String documentId,
      int number,
      String sha256,
      Instant firstSeen,
      String source,
      @Nullable String url) {
    this(documentId, number, sha256, firstSeen, source, url, 0);
  }
}
