package org.mingzhang.shard;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.schema.FieldNames;

/**
 * The ordinals of all facets of one segment. Immutable; cached by the core key of the segment,
 * since deletions do not change them.
 */
final class SegmentOrdinals {
  private final Map<FacetDimension, FacetOrdinals> facets = new EnumMap<>(FacetDimension.class);
  private final FacetOrdinals sectionBoosts;
  private final DocumentBlocks blocks;

  SegmentOrdinals(LeafReader leaf) throws IOException {
    for (FacetDimension dimension : FacetDimension.values()) {
      facets.put(dimension, FacetOrdinals.read(leaf, FieldNames.facet(dimension)));
    }
    sectionBoosts = FacetOrdinals.read(leaf, FieldNames.SECTION_BOOST);
    blocks = DocumentBlocks.read(leaf);
  }

  /** Ordinals of {@link org.mingzhang.schema.SectionBoost}. */
  FacetOrdinals sectionBoostOrdinals() {
    return sectionBoosts;
  }

  /** The blocks of rows of each document. */
  DocumentBlocks blocks() {
    return blocks;
  }

  FacetOrdinals facet(FacetDimension dimension) {
    return Objects.requireNonNull(facets.get(dimension));
  }
}
