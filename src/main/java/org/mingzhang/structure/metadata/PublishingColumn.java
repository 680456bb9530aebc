package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The website column in which a document was found. It counts as much as the cover, and is used if
 * the document itself gives no information.
 *
 * @param region six-digit code or full path such as {@code 福建省/厦门市}, or null
 * @param agency agency that publishes the whole column, or null
 */
public record PublishingColumn(@Nullable String region, @Nullable String agency) {
  /** The column of a document for which none is known. */
  public static final PublishingColumn UNKNOWN = new PublishingColumn(null, null);
}
