package org.mingzhang.schema;

/**
 * The zones of a row, whose words have different weights. All zones are indexed in one field, in
 * which the term frequency of a word, and its share of the field length, is multiplied by the
 * weight of its zone. BM25 over that field is thus BM25F over the zones, with one postings list for
 * each word instead of four.
 */
public enum WeightedZone {
  /** The heading, indicator, figure or document title. */
  TITLE(8),
  /** The headings above the section or row. */
  PATH(3),
  /** The document's title, agency and region. */
  CONTEXT(2),
  /** The text. */
  BODY(2);

  /**
   * Weight of {@link #BODY}. Weights are integers relative to it, so a weight of 3 stands for a
   * factor of 1.5.
   */
  static final int UNIT_WEIGHT = 2;

  private final int weight;

  WeightedZone(int weight) {
    this.weight = weight;
  }

  /** The factor by which the term frequency of words of this zone is multiplied. */
  int weight() {
    return weight;
  }
}
