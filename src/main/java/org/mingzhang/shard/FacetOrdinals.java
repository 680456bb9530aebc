package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The values of one facet in one segment, as a column of ordinals in memory, with an element for
 * each row or, for a facet that all rows of a document share, for each document ({@link
 * DocumentBlocks}): 0 if it has no value, otherwise the index of its value in {@link #values} plus
 * one. Immutable once read; shared by all searches of the segment.
 */
abstract sealed class FacetOrdinals {
  private final String[] values;

  private FacetOrdinals(String[] values) {
    this.values = values;
  }

  /** Reads the doc values of a field by row; a segment without the field has no values. */
  static FacetOrdinals read(LeafReader leaf, String field) throws IOException {
    SortedDocValues sorted = DocValues.getSorted(leaf, field);
    FacetOrdinals column = create(readValues(sorted), leaf.maxDoc());
    for (int row = sorted.nextDoc(); row != DocIdSetIterator.NO_MORE_DOCS; row = sorted.nextDoc()) {
      column.set(row, sorted.ordValue() + 1);
    }
    return column;
  }

  /**
   * Reads the doc values of a field by document, from the last row of each; a segment without the
   * field has no values.
   */
  static FacetOrdinals readByDocument(LeafReader leaf, String field, DocumentBlocks blocks)
      throws IOException {
    SortedDocValues sorted = DocValues.getSorted(leaf, field);
    FacetOrdinals column = create(readValues(sorted), blocks.size());
    for (int document = 0; document < blocks.size(); document++) {
      if (sorted.advanceExact(blocks.lastRow(document))) {
        column.set(document, sorted.ordValue() + 1);
      }
    }
    return column;
  }

  private static String[] readValues(SortedDocValues sorted) throws IOException {
    String[] values = new String[Math.max(0, sorted.getValueCount())];
    for (int i = 0; i < values.length; i++) {
      values[i] = sorted.lookupOrd(i).utf8ToString();
    }
    return values;
  }

  private static FacetOrdinals create(String[] values, int size) {
    if (values.length == 0) {
      return new NoValueOrdinals(values);
    }
    if (values.length < 0x100) {
      return new ByteOrdinals(values, new byte[size]);
    }
    return values.length < 0x10000
        ? new CharOrdinals(values, new char[size])
        : new IntOrdinals(values, new int[size]);
  }

  /** The sorted values; ordinal {@code n} represents {@code values()[n - 1]}. */
  final String[] values() {
    return values;
  }

  /** The number of ordinals, including the ordinal of "not stated". */
  final int size() {
    return values.length + 1;
  }

  /** The ordinal of a row or document. */
  abstract int ordinal(int index);

  /** Sets the ordinal of a row or document. */
  abstract void set(int index, int ordinal);

  /**
   * Adds {@code increments[i]} to the count of the ordinal of {@code indices[i]}, for the first
   * {@code n} rows or documents.
   */
  abstract void count(int[] indices, int[] increments, int n, int[] counts);

  /** Increments the count of the ordinal of each of the first {@code n} rows or documents. */
  abstract void count(int[] indices, int n, int[] counts);

  /** A segment in which nothing has a value of the facet: every ordinal is 0. */
  private static final class NoValueOrdinals extends FacetOrdinals {
    private NoValueOrdinals(String[] values) {
      super(values);
    }

    @Override
    int ordinal(int index) {
      return 0;
    }

    @Override
    void set(int index, int ordinal) {
      throw new IllegalStateException("a facet without values");
    }

    @Override
    void count(int[] indices, int n, int[] counts) {
      counts[0] += n;
    }

    @Override
    void count(int[] indices, int[] increments, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[0] += increments[i];
      }
    }
  }

  /** A facet whose ordinals fit into a byte. */
  private static final class ByteOrdinals extends FacetOrdinals {
    private final byte[] ords;

    private ByteOrdinals(String[] values, byte[] ords) {
      super(values);
      this.ords = ords;
    }

    @Override
    int ordinal(int index) {
      return ords[index] & 0xFF;
    }

    @Override
    void set(int index, int ordinal) {
      ords[index] = (byte) ordinal;
    }

    @Override
    void count(int[] indices, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[indices[i]] & 0xFF]++;
      }
    }

    @Override
    void count(int[] indices, int[] increments, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[indices[i]] & 0xFF] += increments[i];
      }
    }
  }

  /** A facet whose ordinals fit into 16 bits. */
  private static final class CharOrdinals extends FacetOrdinals {
    private final char[] ords;

    private CharOrdinals(String[] values, char[] ords) {
      super(values);
      this.ords = ords;
    }

    @Override
    int ordinal(int index) {
      return ords[index];
    }

    @Override
    void set(int index, int ordinal) {
      ords[index] = (char) ordinal;
    }

    @Override
    void count(int[] indices, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[indices[i]]]++;
      }
    }

    @Override
    void count(int[] indices, int[] increments, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[indices[i]]] += increments[i];
      }
    }
  }

  /** A facet with more values than 16 bits can number. */
  private static final class IntOrdinals extends FacetOrdinals {
    private final int[] ords;

    private IntOrdinals(String[] values, int[] ords) {
      super(values);
      this.ords = ords;
    }

    @Override
    int ordinal(int index) {
      return ords[index];
    }

    @Override
    void set(int index, int ordinal) {
      ords[index] = ordinal;
    }

    @Override
    void count(int[] indices, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[indices[i]]]++;
      }
    }

    @Override
    void count(int[] indices, int[] increments, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[indices[i]]] += increments[i];
      }
    }
  }
}
