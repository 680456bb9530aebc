package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.IntsRef;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a pass over an index found, as a query for a second pass over the same index: what
 * they must have need not be looked for again. Filled, then read, by one thread.
 */
final class FoundRowsQuery extends Query {
  private final @Nullable DocIdSetBuilder[] segments;
  private final @Nullable DocIdSet[] made;
  private final long[] sizes;

  /** No rows yet of an index of so many segments. */
  FoundRowsQuery(int segments) {
    this.segments = new DocIdSetBuilder[segments];
    this.made = new DocIdSet[segments];
    this.sizes = new long[segments];
  }

  /**
   * Adds the first {@code n} rows of a list, which are not there yet. Few rows are kept as a list,
   * many as one bit for every row of the segment.
   */
  void add(int segment, int maxDoc, int[] rows, int n) {
    DocIdSetBuilder builder = segments[segment];
    if (builder == null) {
      builder = new DocIdSetBuilder(maxDoc);
      segments[segment] = builder;
    }
    builder.grow(n).add(new IntsRef(rows, 0, n));
    sizes[segment] += n;
  }

  private @Nullable DocIdSet rows(int segment) {
    DocIdSetBuilder builder = segments[segment];
    DocIdSet rows = made[segment];
    if (rows == null && builder != null) {
      rows = builder.build();
      made[segment] = rows;
    }
    return rows;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        DocIdSet rows = rows(context.ord);
        return rows == null ? null : supplier(rows, sizes[context.ord], score(), mode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  private static ScorerSupplier supplier(DocIdSet rows, long size, float score, ScoreMode mode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        return new ConstantScoreScorer(score, mode, rows.iterator());
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
