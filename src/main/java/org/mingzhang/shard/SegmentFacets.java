package org.mingzhang.shard;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.mingzhang.model.Dimension;
import org.mingzhang.schema.FieldNames;

/**
 * The ordinals of all facets of one segment. Immutable; computed once for a segment, since
 * deletions do not change it.
 */
final class SegmentFacets {
  private final Map<Dimension, FacetOrdinals> columns = new EnumMap<>(Dimension.class);
  private final FacetOrdinals substance;
  private final DocumentBlocks blocks;

  SegmentFacets(LeafReader leaf) throws IOException {
    for (Dimension dimension : Dimension.values()) {
      columns.put(dimension, FacetOrdinals.read(leaf, FieldNames.facet(dimension)));
    }
    substance = FacetOrdinals.read(leaf, FieldNames.SECTION_BOOST);
    blocks = DocumentBlocks.read(leaf);
  }

  /** How much each section says of its own. */
  FacetOrdinals substance() {
    return substance;
  }

  /** Which rows are of one document. */
  DocumentBlocks blocks() {
    return blocks;
  }

  FacetOrdinals of(Dimension dimension) {
    return Objects.requireNonNull(columns.get(dimension));
  }
}
