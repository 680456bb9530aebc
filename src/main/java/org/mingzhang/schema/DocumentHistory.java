package org.mingzhang.schema;

import org.mingzhang.model.Editions;
import org.mingzhang.model.Publishing;

/**
 * Indexed properties of a document that are not part of its content.
 *
 * @param editions other documents that are the same disclosure
 * @param arrival ordinal of its version in the order of arrival in the archive; 0 if not known
 * @param publishing where and when it was published
 */
public record DocumentHistory(Editions editions, long arrival, Publishing publishing) {
  /** The history of a document about which nothing but its content is known. */
  public static final DocumentHistory UNKNOWN =
      new DocumentHistory(Editions.NONE, 0, Publishing.UNKNOWN);
}
