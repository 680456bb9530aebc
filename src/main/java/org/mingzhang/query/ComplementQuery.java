package org.mingzhang.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches all rows that another query does not match, as a positive clause. Use it where the
 * excluded query matches nearly everything: a {@code MUST_NOT} clause would then step from one
 * excluded row to the next. Immutable.
 */
final class ComplementQuery extends Query {
  /**
   * A part is looked up row by row where the rows asked for are fewer than those that have it by
   * this factor.
   */
  private static final long FEW = 8;

  private final Query forbidden;

  ComplementQuery(Query forbidden) {
    this.forbidden = forbidden;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(forbidden), ScoreMode.COMPLETE_NO_SCORES, 1f);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        return supplier(weight.scorerSupplier(context), context.reader().maxDoc(), score(), mode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return weight.isCacheable(context);
      }
    };
  }

  private static ScorerSupplier supplier(
      @Nullable ScorerSupplier having, int rows, float score, ScoreMode mode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        if (having == null) {
          return new ConstantScoreScorer(score, mode, DocIdSetIterator.all(rows));
        }
        Scorer found = having.get(leadCost);
        return leadCost * FEW < having.cost()
            ? new ConstantScoreScorer(score, mode, lookedUp(found, rows))
            : new ConstantScoreScorer(score, mode, others(found, rows));
      }

      @Override
      public long cost() {
        return rows;
      }
    };
  }

  private static TwoPhaseIterator lookedUp(Scorer found, int rows) {
    TwoPhaseIterator check = found.twoPhaseIterator();
    DocIdSetIterator near = check == null ? found.iterator() : check.approximation();
    return new TwoPhaseIterator(DocIdSetIterator.all(rows)) {
      @Override
      public boolean matches() throws IOException {
        int row = approximation.docID();
        if (near.docID() < row) {
          near.advance(row);
        }
        return near.docID() != row || (check != null && !check.matches());
      }

      @Override
      public float matchCost() {
        return check == null ? 10 : 10 + check.matchCost();
      }
    };
  }

  private static DocIdSetIterator others(Scorer found, int rows) throws IOException {
    FixedBitSet others = new FixedBitSet(rows);
    DocIdSetIterator having = found.iterator();
    having.nextDoc();
    having.intoBitSet(rows, others, 0);
    others.flip(0, rows);
    return new BitSetIterator(others, rows);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    forbidden.visit(visitor.getSubVisitor(BooleanClause.Occur.MUST_NOT, this));
  }

  @Override
  public String toString(String field) {
    return "without(" + forbidden.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComplementQuery without && forbidden.equals(without.forbidden);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + forbidden.hashCode();
  }
}
