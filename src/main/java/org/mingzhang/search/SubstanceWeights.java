package org.mingzhang.search;

import org.mingzhang.schema.Substance;

/**
 * How much a hit of one segment counts by what its section says of its own: definitions and
 * contents stand below substance. Immutable.
 */
final class SubstanceWeights {
  private final Column column;
  private final float[] weights;

  SubstanceWeights(Column column) {
    this.column = column;
    weights = new float[column.size()];
    weights[0] = Substance.TEXT.weight();
    for (int i = 1; i < weights.length; i++) {
      weights[i] = Substance.weightOf(column.values()[i - 1]);
    }
  }

  float of(int doc) {
    return weights[column.at(doc)];
  }
}
