package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;

/**
 * Where the rows of each document end in a segment: one bit a row. The rows of a document stand
 * together and have its agency, region, year and kind in common, so that those are counted once a
 * document and not once a row. Immutable.
 */
final class DocumentBlocks {
  private final FixedBitSet lastRows;

  private DocumentBlocks(FixedBitSet lastRows) {
    this.lastRows = lastRows;
  }

  /** Reads the blocks of a segment. */
  static DocumentBlocks read(LeafReader leaf) throws IOException {
    FixedBitSet lastRows = new FixedBitSet(leaf.maxDoc());
    PostingsEnum documents =
        leaf.postings(FieldNames.scopeTerm(Scope.DOCUMENTS), PostingsEnum.NONE);
    if (documents != null) {
      int doc = documents.nextDoc();
      for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
        lastRows.set(doc);
      }
    }
    return new DocumentBlocks(lastRows);
  }

  /**
   * Puts rows together that are of one document.
   *
   * @param rows rows in ascending order, of which the first {@code n} count
   * @param firsts gets the first row of each document
   * @param sizes gets how many of the rows are the document's
   * @return how many documents there are
   */
  int group(int[] rows, int n, int[] firsts, int[] sizes) {
    int groups = 0;
    int i = 0;
    while (i < n) {
      int last = lastRows.nextSetBit(rows[i]);
      int from = i++;
      while (i < n && rows[i] <= last) {
        i++;
      }
      firsts[groups] = rows[from];
      sizes[groups++] = i - from;
    }
    return groups;
  }

  /** An empty set of rows of the segment. */
  FixedBitSet noRows() {
    return new FixedBitSet(lastRows.length());
  }

  /** Adds the last rows, which are the documents' own, of the documents of the first rows. */
  void addDocuments(int[] rows, int n, FixedBitSet documents) {
    for (int i = 0; i < n; i++) {
      documents.set(lastRows.nextSetBit(rows[i]));
    }
  }
}
