package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;

/**
 * The document blocks of a segment, as a bit set of the last row of each block. The rows of a
 * document are adjacent and share agency, region, year and category, so these facets are counted
 * once per document instead of once per row. Immutable.
 */
final class DocumentBlocks {
  private final FixedBitSet blockEnds;

  private DocumentBlocks(FixedBitSet blockEnds) {
    this.blockEnds = blockEnds;
  }

  /** Reads the blocks of a segment, including deleted ones. */
  static DocumentBlocks read(LeafReader leaf) throws IOException {
    FixedBitSet blockEnds = new FixedBitSet(leaf.maxDoc());
    PostingsEnum documents =
        leaf.postings(FieldNames.scopeTerm(SearchScope.DOCUMENTS), PostingsEnum.NONE);
    if (documents != null) {
      int doc = documents.nextDoc();
      for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
        blockEnds.set(doc);
      }
    }
    return new DocumentBlocks(blockEnds);
  }

  /**
   * Groups rows by document.
   *
   * @param rows rows in ascending order, of which the first {@code n} are used
   * @param firstRows receives the first row of each document; must have room for {@code n} elements
   * @param rowCounts receives the number of rows of each document; must have room for {@code n}
   *     elements
   * @return the number of documents
   */
  int groupByDocument(int[] rows, int n, int[] firstRows, int[] rowCounts) {
    int groups = 0;
    int i = 0;
    while (i < n) {
      int last = blockEnds.nextSetBit(rows[i]);
      int from = i++;
      while (i < n && rows[i] <= last) {
        i++;
      }
      firstRows[groups] = rows[from];
      rowCounts[groups++] = i - from;
    }
    return groups;
  }

  /** An empty set for rows of the segment. */
  FixedBitSet newRowSet() {
    return new FixedBitSet(blockEnds.length());
  }

  /** Adds the parent row, the last row of the block, of each of the first {@code n} rows. */
  void addDocuments(int[] rows, int n, FixedBitSet documents) {
    for (int i = 0; i < n; i++) {
      documents.set(blockEnds.nextSetBit(rows[i]));
    }
  }
}
