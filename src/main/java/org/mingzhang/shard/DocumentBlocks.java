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
 * document are adjacent and share agency, region, year and category, so these facets are stored and
 * counted once per document instead of once per row. Documents are numbered from 0 in the order of
 * their blocks. Immutable.
 */
final class DocumentBlocks {
  private final FixedBitSet blockEnds;

  /** For each word of the bit set, the number of blocks that end in the words before it. */
  private final int[] endsBeforeWord;

  private final int[] lastRows;

  private DocumentBlocks(FixedBitSet blockEnds) {
    this.blockEnds = blockEnds;
    long[] words = blockEnds.getBits();
    endsBeforeWord = new int[FixedBitSet.bits2words(blockEnds.length())];
    int ends = 0;
    for (int word = 0; word < endsBeforeWord.length; word++) {
      endsBeforeWord[word] = ends;
      ends += Long.bitCount(words[word]);
    }
    lastRows = new int[ends];
    int row = -1;
    for (int document = 0; document < ends; document++) {
      row = blockEnds.nextSetBit(row + 1);
      lastRows[document] = row;
    }
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
    return lastRows.length;
  }

  /** The number of rows, including deleted ones. */
  int rowCount() {
    return blockEnds.length();
  }

  /** The last row of a document, which is its document row. */
  int lastRow(int document) {
    return lastRows[document];
  }

  int firstRow(int document) {
    return document == 0 ? 0 : lastRows[document - 1] + 1;
  }

  /** The number of the document of a row. */
  int document(int row) {
    int word = row >> 6;
    long endsBefore = blockEnds.getBits()[word] & ((1L << row) - 1);
    return endsBeforeWord[word] + Long.bitCount(endsBefore);
  }

  /**
   * The documents of rows, 64 rows at a time.
   *
   * @param rows a bit set of {@link #rowCount} rows
   * @return a new bit set of the numbers of their documents
   */
  FixedBitSet documents(FixedBitSet rows) {
    FixedBitSet documents = new FixedBitSet(size());
    long[] found = documents.getBits();
    long open = 0;
    for (int word = 0; word < endsBeforeWord.length; word++) {
      long ends = blockEnds.getBits()[word];
      long row = rows.getBits()[word];
      // a sum with ones below each end carries into the end if its block has a row
      long sum = (row & ~ends) + ~ends;
      long carry = Long.compareUnsigned(sum, ~ends) < 0 ? 1 : 0;
      sum += open;
      open = carry | (open != 0 && sum == 0 ? 1 : 0);
      long numbers = Long.compress((sum | row) & ends, ends);
      int number = endsBeforeWord[word];
      if (numbers != 0) {
        found[number >> 6] |= numbers << number;
        long rest = (number & 63) == 0 ? 0 : numbers >>> -number;
        if (rest != 0) {
          found[(number >> 6) + 1] |= rest;
        }
      }
    }
    return documents;
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
