package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The section (栏目) of a website in which a document was found. Its region counts like a line of the
 * cover when places are counted; if the document itself states no region or agency, these values
 * are used.
 *
 * @param region six-digit code or full path such as {@code 福建省/厦门市}, or null
 * @param agency agency that publishes the whole site section, or null
 */
public record PublishingSiteSection(@Nullable String region, @Nullable String agency) {
  /** The value for a document whose site section is not known. */
  public static final PublishingSiteSection UNKNOWN = new PublishingSiteSection(null, null);
}
