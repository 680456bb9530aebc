package org.mingzhang.shard;

import org.mingzhang.schema.SectionBoost;

/**
 * The {@link SectionBoost} weights of the rows of one segment, none of which is above 1. Immutable.
 */
final class SectionBoosts {
  private final FacetOrdinals ordinals;
  private final float[] boostOfOrdinal;

  /**
   * Creates the boosts of a segment.
   *
   * @param queryAsksForAbsence whether the query asks for statements of absence
   */
  SectionBoosts(FacetOrdinals ordinals, boolean queryAsksForAbsence) {
    this.ordinals = ordinals;
    boostOfOrdinal = new float[ordinals.size()];
    boostOfOrdinal[0] = SectionBoost.TEXT.weight(queryAsksForAbsence);
    for (int i = 1; i < boostOfOrdinal.length; i++) {
      boostOfOrdinal[i] = SectionBoost.ofId(ordinals.values()[i - 1]).weight(queryAsksForAbsence);
    }
  }

  float boost(int doc) {
    return boostOfOrdinal[ordinals.ordinal(doc)];
  }
}
