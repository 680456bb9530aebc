package org.mingzhang.shard;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.mingzhang.model.Dimension;
import org.mingzhang.schema.FieldNames;

/**
 * The ordinals of all facets of one segment. Immutable; cached by the core key of the segment,
 * since deletions do not change them.
 */
final class SegmentOrdinals {
  private final Map<Dimension, FacetOrdinals> facets = new EnumMap<>(Dimension.class);
  private final FacetOrdinals sectionBoosts;
  private final DocumentBlocks blocks;

  SegmentOrdinals(LeafReader leaf) throws IOException {
    for (Dimension dimension : Dimension.values()) {
      facets.put(dimension, FacetOrdinals.read(leaf, FieldNames.facet(dimension)));
    }
    sectionBoosts = FacetOrdinals.read(leaf, FieldNames.SECTION_BOOST);
    blocks = DocumentBlocks.read(leaf);
  }

  /** Ordinals of {@link org.mingzhang.schema.SectionBoost}. */
  FacetOrdinals sectionBoosts() {
    return sectionBoosts;
  }

  /** The blocks of rows of each document. */
  DocumentBlocks blocks() {
    return blocks;
  }

  FacetOrdinals facet(Dimension dimension) {
    return Objects.requireNonNull(facets.get(dimension));
  }
}
