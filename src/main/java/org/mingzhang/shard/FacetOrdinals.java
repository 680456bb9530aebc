package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The values of one facet in one segment, as a column of ordinals in memory: 0 if a row has no
 * value, otherwise the index of its value in {@link #values} plus one. Immutable; shared by all
 * searches of the segment.
 */
abstract sealed class FacetOrdinals {
  private final String[] values;

  private FacetOrdinals(String[] values) {
    this.values = values;
  }

  /** Reads the doc values of a field; a segment without the field has no values. */
  static FacetOrdinals read(LeafReader leaf, String field) throws IOException {
    SortedDocValues sorted = DocValues.getSorted(leaf, field);
    int count = Math.max(0, sorted.getValueCount());
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      values[i] = sorted.lookupOrd(i).utf8ToString();
    }
    if (count == 0) {
      return new NoValueOrdinals(values);
    }
    if (count < 0x100) {
      byte[] ords = new byte[leaf.maxDoc()];
      for (int d = sorted.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = sorted.nextDoc()) {
        ords[d] = (byte) (sorted.ordValue() + 1);
      }
      return new ByteOrdinals(values, ords);
    }
    if (count < 0x10000) {
      char[] ords = new char[leaf.maxDoc()];
      for (int d = sorted.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = sorted.nextDoc()) {
        ords[d] = (char) (sorted.ordValue() + 1);
      }
      return new CharOrdinals(values, ords);
    }
    int[] ords = new int[leaf.maxDoc()];
    for (int d = sorted.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = sorted.nextDoc()) {
      ords[d] = sorted.ordValue() + 1;
    }
    return new IntOrdinals(values, ords);
  }

  /** The sorted values; ordinal {@code n} represents {@code values()[n - 1]}. */
  final String[] values() {
    return values;
  }

  /** The number of ordinals, including that of "not stated". */
  final int size() {
    return values.length + 1;
  }

  /** The ordinal of a row. */
  abstract int ordinal(int doc);

  /**
   * Adds {@code increments[i]} to the count of the ordinal of {@code docs[i]}, for the first {@code
   * n} rows.
   */
  abstract void count(int[] docs, int[] increments, int n, int[] counts);

  /** Increments the count of the ordinal of each of the first {@code n} rows. */
  abstract void count(int[] docs, int n, int[] counts);

  /**
   * For each of the first {@code n} rows that is not accepted, increments its element of {@code
   * rejectionCounts} and sets that of {@code rejectingFilters} to the index of the filter, which
   * must fit into a byte.
   */
  final void markRejected(
      int[] docs,
      int n,
      boolean[] accepted,
      int filterIndex,
      byte[] rejectionCounts,
      byte[] rejectingFilters) {
    for (int i = 0; i < n; i++) {
      if (!accepted[ordinal(docs[i])]) {
        rejectionCounts[i]++;
        rejectingFilters[i] = (byte) filterIndex;
      }
    }
  }

  /** A segment in which no row has a value of the facet: every ordinal is 0. */
  private static final class NoValueOrdinals extends FacetOrdinals {
    private NoValueOrdinals(String[] values) {
      super(values);
    }

    @Override
    int ordinal(int doc) {
      return 0;
    }

    @Override
    void count(int[] docs, int n, int[] counts) {
      counts[0] += n;
    }

    @Override
    void count(int[] docs, int[] increments, int n, int[] counts) {
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
    int ordinal(int doc) {
      return ords[doc] & 0xFF;
    }

    @Override
    void count(int[] docs, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[docs[i]] & 0xFF]++;
      }
    }

    @Override
    void count(int[] docs, int[] increments, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[docs[i]] & 0xFF] += increments[i];
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
    int ordinal(int doc) {
      return ords[doc];
    }

    @Override
    void count(int[] docs, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[docs[i]]]++;
      }
    }

    @Override
    void count(int[] docs, int[] increments, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[docs[i]]] += increments[i];
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
    int ordinal(int doc) {
      return ords[doc];
    }

    @Override
    void count(int[] docs, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[docs[i]]]++;
      }
    }

    @Override
    void count(int[] docs, int[] increments, int n, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[ords[docs[i]]] += increments[i];
      }
    }
  }
}
