package org.mingzhang.model;

/**
 * The words from which a metadata value was read.
 *
 * @param field {@code title}, {@code agency}, {@code region}, {@code year}, {@code category},
 *     {@code agencyType}, {@code perimeter} or {@link #PUBLISHED}
 * @param rule short name of the rule that chose the value, for example {@code title-line}
 * @param quote the words
 * @param page 1-based page of the words; 0 for a sidecar file or the file name
 */
public record Evidence(String field, String rule, String quote, int page) {
  /** Field of the printed day of publication. */
  public static final String PUBLISHED = "published";

  /** End of the rule of a region that is concluded from the name of a township in the words. */
  public static final String BY_TOWNSHIP = "+township";

  /** Whether the value is a region that the words do not name, but a township of it. */
  public boolean isConcludedFromTownship() {
    return rule.endsWith(BY_TOWNSHIP);
  }
}
