package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;

/**
 * The document blocks of a segment, as a bit set of the last row of each block. The rows of a
 * document are adjacent and share agency, region, year and category, so these facets are stored and
 * counted once per document instead of once per row. Documents are numbered from 0 in the order of
 * their blocks. Immutable.
 */
final class DocumentBlocks {
  private final FixedBitSet blockEnds;

  /** For each word of the bit set, the number of blocks that end in the words before it. */
  private final int[] endsBeforeWord;

  private final int size;

  private DocumentBlocks(FixedBitSet blockEnds) {
    this.blockEnds = blockEnds;
    long[] words = blockEnds.getBits();
    endsBeforeWord = new int[FixedBitSet.bits2words(blockEnds.length())];
    int ends = 0;
    for (int word = 0; word < endsBeforeWord.length; word++) {
      endsBeforeWord[word] = ends;
      ends += Long.bitCount(words[word]);
    }
    size = ends;
  }

  /**
   * Reads the blocks of a segment, including deleted ones. Rows after the last document's row,
   * which no writer of this index makes, count as one block.
   */
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
    if (leaf.maxDoc() > 0) {
      blockEnds.set(leaf.maxDoc() - 1);
    }
    return new DocumentBlocks(blockEnds);
  }

  /** The number of documents, including deleted ones. */
  int size() {
    return size;
  }

  /** The number of the document of a row. */
  int document(int row) {
    int word = row >> 6;
    long endsBefore = blockEnds.getBits()[word] & ((1L << row) - 1);
    return endsBeforeWord[word] + Long.bitCount(endsBefore);
  }

  /** The last row of each document, in the order of documents; a new iterator. */
  DocIdSetIterator lastRows() {
    return new BitSetIterator(blockEnds, size);
  }

  /**
   * Groups rows by document.
   *
   * @param rows rows in ascending order, of which the first {@code n} are used
   * @param documents receives the number of each document; must have room for {@code n} elements
   * @param rowCounts receives the number of rows of each document; must have room for {@code n}
   *     elements
   * @return the number of documents that were received
   */
  int groupByDocument(int[] rows, int n, int[] documents, int[] rowCounts) {
    int groups = 0;
    int i = 0;
    while (i < n) {
      int last = blockEnds.nextSetBit(rows[i]);
      int from = i++;
      while (i < n && rows[i] <= last) {
        i++;
      }
      documents[groups] = document(last);
      rowCounts[groups++] = i - from;
    }
    return groups;
  }
}
