package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the column of a site that a document was found in. It counts as much as the
 * cover of the document says, and decides where the document says nothing.
 *
 * @param region six-digit code or full path such as {@code 福建省/厦门市}, or null
 * @param agency body that publishes all of the column, or null
 */
public record PublishingColumn(@Nullable String region, @Nullable String agency) {
  /** Nothing is known. */
  public static final PublishingColumn UNKNOWN = new PublishingColumn(null, null);
}
