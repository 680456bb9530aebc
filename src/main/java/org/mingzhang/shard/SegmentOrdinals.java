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
    blocks = DocumentBlocks.read(leaf);
    for (FacetDimension dimension : FacetDimension.values()) {
      String field = FieldNames.facet(dimension);
      facets.put(
          dimension,
          FieldNames.isDocumentLevel(dimension)
              ? FacetOrdinals.readByDocument(leaf, field, blocks)
              : FacetOrdinals.read(leaf, field));
    }
    sectionBoosts = FacetOrdinals.read(leaf, FieldNames.SECTION_BOOST);
  }

  /** Ordinals of {@link org.mingzhang.schema.SectionBoost}, by row. */
  FacetOrdinals sectionBoostOrdinals() {
    return sectionBoosts;
  }

  /** The blocks of rows of each document. */
  DocumentBlocks blocks() {
    return blocks;
  }

  /**
   * The ordinals of a facet: by document if all rows of a document have the same value ({@link
   * FieldNames#isDocumentLevel(FacetDimension)}), otherwise by row.
   */
  FacetOrdinals facet(FacetDimension dimension) {
    return Objects.requireNonNull(facets.get(dimension));
  }
}
