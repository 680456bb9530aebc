package org.mingzhang.model;

/**
 * The words from which a metadata value was read.
 *
 * @param field {@code title}, {@code agency}, {@code region}, {@code year}, {@code category},
 *     {@code agencyType}, {@code perimeter}, {@link #PUBLISHED}, {@link
 *     DocumentMetadata#COVER_FIELD} or {@link DocumentMetadata#CONTENTS_FIELD}
 * @param rule short name of the rule that chose the value, for example {@code title-line}
 * @param quote the words; empty if a cover or table of contents was looked for and not found
 * @param page 1-based page of the words; 0 for a sidecar file, for the file name, and for a cover
 *     or table of contents that was not found
 */
public record Evidence(String field, String rule, String quote, int page) {
  /** Field of the day of publication that the document prints. */
  public static final String PUBLISHED = "published";

  /** Suffix of the rule of a region that was inferred from the name of one of its townships. */
  public static final String BY_TOWNSHIP = "+township";

  /** Whether the value is a region of which the words name only a township. */
  public boolean isConcludedFromTownship() {
    return rule.endsWith(BY_TOWNSHIP);
  }
}
