package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Metadata that an editor states for a document, in {@code NAME.yaml} in the same folder or in the
 * folder's {@code _metadata.yaml}; values that are not stated are null.
 *
 * @param title title
 * @param agency full name of the publishing agency
 * @param region six-digit code or full path such as {@code 福建省/厦门市/思明区}
 * @param year fiscal year
 * @param category category label
 * @param url address at which it was published
 * @param siteSection site section from which it was collected
 */
public record Sidecar(
    @Nullable String title,
    @Nullable String agency,
    @Nullable String region,
    @Nullable Integer year,
    @Nullable String category,
    @Nullable String url,
    PublishingSiteSection siteSection) {
  /** Creates a sidecar of a document that was not collected. */
  public Sidecar(
      @Nullable String title,
      @Nullable String agency,
      @Nullable String region,
      @Nullable Integer year,
      @Nullable String category,
      @Nullable String url) {
    this(title, agency, region, year, category, url, PublishingSiteSection.UNKNOWN);
  }

  /** Returns a sidecar without any value. */
  public static Sidecar none() {
    return new Sidecar(null, null, null, null, null, null);
  }
}
