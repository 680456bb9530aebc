package org.mingzhang.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.mingzhang.model.Dimension;
import org.mingzhang.schema.FieldNames;

/**
 * All facets of one segment. Immutable; made once for a segment, whatever is deleted in it later.
 */
final class SegmentColumns {
  private final Map<Dimension, Column> columns = new EnumMap<>(Dimension.class);
  private final Column substance;
  private final DocumentBlocks blocks;

  SegmentColumns(LeafReader leaf) throws IOException {
    for (Dimension dimension : Dimension.values()) {
      columns.put(dimension, Column.read(leaf, FieldNames.facet(dimension)));
    }
    substance = Column.read(leaf, FieldNames.SUBSTANCE);
    blocks = DocumentBlocks.read(leaf);
  }

  /** How much each section says of its own. */
  Column substance() {
    return substance;
  }

  /** Which rows are of one document. */
  DocumentBlocks blocks() {
    return blocks;
  }

  Column of(Dimension dimension) {
    return Objects.requireNonNull(columns.get(dimension));
  }
}
