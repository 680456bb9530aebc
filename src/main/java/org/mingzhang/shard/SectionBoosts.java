package org.mingzhang.shard;

import org.mingzhang.schema.SectionBoost;

/** The {@link org.mingzhang.schema.SectionBoost} of the rows of one segment. Immutable. */
final class SectionBoosts {
  private final FacetOrdinals column;
  private final float[] weights;

  SectionBoosts(FacetOrdinals column) {
    this.column = column;
    weights = new float[column.size()];
    weights[0] = SectionBoost.TEXT.weight();
    for (int i = 1; i < weights.length; i++) {
      weights[i] = SectionBoost.weightOf(column.values()[i - 1]);
    }
  }

  float of(int doc) {
    return weights[column.at(doc)];
  }
}
