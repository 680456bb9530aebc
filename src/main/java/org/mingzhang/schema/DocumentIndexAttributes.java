package org.mingzhang.schema;

import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;

/**
 * Indexed properties of a document that are not part of its content.
 *
 * @param editions other documents that are the same disclosure
 * @param arrival ordinal of its version in the order of arrival in the archive; 0 if not known
 * @param publication where and when it was published
 */
public record DocumentIndexAttributes(
    EditionGroup editions, long arrival, PublicationInfo publication) {
  /** The attributes of a document of which only the content is known. */
  public static final DocumentIndexAttributes UNKNOWN =
      new DocumentIndexAttributes(EditionGroup.NONE, 0, PublicationInfo.UNKNOWN);
}
