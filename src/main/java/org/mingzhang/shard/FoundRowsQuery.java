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
 * Matches the rows that a previous pass found, so that a second pass need not evaluate the required
 * clauses again. To be filled and then read by one thread.
 */
final class FoundRowsQuery extends Query {
  private final @Nullable DocIdSetBuilder[] builders;
  private final @Nullable DocIdSet[] rowsBySegment;
  private final long[] rowCounts;

  /** Creates an empty query for an index with the given number of segments. */
  FoundRowsQuery(int segmentCount) {
    this.builders = new DocIdSetBuilder[segmentCount];
    this.rowsBySegment = new DocIdSet[segmentCount];
    this.rowCounts = new long[segmentCount];
  }

  /**
   * Adds the first {@code n} elements of {@code rows}. A row must be added only once, and before
   * the query is executed. Few rows are kept as a list, many as a bit set.
   */
  void add(int segment, int maxDoc, int[] rows, int n) {
    DocIdSetBuilder builder = builders[segment];
    if (builder == null) {
      builder = new DocIdSetBuilder(maxDoc);
      builders[segment] = builder;
    }
    builder.grow(n).add(new IntsRef(rows, 0, n));
    rowCounts[segment] += n;
  }

  private @Nullable DocIdSet rows(int segment) {
    DocIdSetBuilder builder = builders[segment];
    DocIdSet rows = rowsBySegment[segment];
    if (rows == null && builder != null) {
      rows = builder.build();
      rowsBySegment[segment] = rows;
    }
    return rows;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        DocIdSet rows = rows(context.ord);
        return rows == null ? null : createSupplier(rows, rowCounts[context.ord], score(), mode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  private static ScorerSupplier createSupplier(
      DocIdSet rows, long size, float score, ScoreMode mode) {
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
