package org.mingzhang.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a pass over an index found, as a query for a second pass over the same index: what
 * they must have need not be looked for again. Filled by one thread, then only read.
 */
final class FoundRows extends Query {
  private final @Nullable FixedBitSet[] segments;
  private final long[] sizes;

  /** No rows yet of an index of so many segments. */
  FoundRows(int segments) {
    this.segments = new FixedBitSet[segments];
    this.sizes = new long[segments];
  }

  /** Adds the first {@code n} rows of a list, which are not there yet. */
  void add(int segment, int maxDoc, int[] rows, int n) {
    FixedBitSet bits = segments[segment];
    if (bits == null) {
      bits = new FixedBitSet(maxDoc);
      segments[segment] = bits;
    }
    for (int i = 0; i < n; i++) {
      bits.set(rows[i]);
    }
    sizes[segment] += n;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        FixedBitSet bits = segments[context.ord];
        return bits == null ? null : rows(bits, sizes[context.ord], score(), mode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  private static ScorerSupplier rows(FixedBitSet bits, long size, float score, ScoreMode mode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return new ConstantScoreScorer(score, mode, new BitSetIterator(bits, size));
      }

      @Override
      public long cost() {
        return size;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.getSubVisitor(BooleanClause.Occur.FILTER, this).visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "found rows";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
