package org.mingzhang.schema;

import org.mingzhang.model.Editions;
import org.mingzhang.model.Publishing;

/**
 * What is known of a document beside its content.
 *
 * @param editions those that are one disclosure with it
 * @param arrival place of its version in the order in which versions came, 0 where not known
 * @param publishing where and when it was published
 */
public record DocumentHistory(Editions editions, long arrival, Publishing publishing) {
  /** Nothing is known. */
  public static final DocumentHistory UNKNOWN =
      new DocumentHistory(Editions.NONE, 0, Publishing.UNKNOWN);
}
