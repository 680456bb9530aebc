package org.mingzhang.shard;

import org.mingzhang.schema.SectionBoost;

/** The {@link org.mingzhang.schema.SectionBoost} of the rows of one segment. Immutable. */
final class SectionBoosts {
  private final FacetOrdinals column;
  private final float[] weights;

  /**
   * The weights of a segment.
   *
   * @param absence whether what is asked is where there was none
   */
  SectionBoosts(FacetOrdinals column, boolean absence) {
    this.column = column;
    weights = new float[column.size()];
    weights[0] = SectionBoost.TEXT.weight(absence);
    for (int i = 1; i < weights.length; i++) {
      weights[i] = SectionBoost.ofId(column.values()[i - 1]).weight(absence);
    }
  }

  float of(int doc) {
    return weights[column.at(doc)];
  }
}
