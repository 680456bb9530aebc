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
   * The excluded query is checked row by row if the lead cost times this factor is lower than its
   * cost; otherwise its complement is built as a bit set.
   */
  private static final long LOOKUP_FACTOR = 8;

  private final Query excludedQuery;

  ComplementQuery(Query excluded) {
    this.excludedQuery = excluded;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(excludedQuery), ScoreMode.COMPLETE_NO_SCORES, 1f);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        return createSupplier(
            weight.scorerSupplier(context), context.reader().maxDoc(), score(), mode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return weight.isCacheable(context);
      }
    };
  }

  private static ScorerSupplier createSupplier(
      @Nullable ScorerSupplier excludedSupplier, int maxDoc, float score, ScoreMode mode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        if (excludedSupplier == null) {
          return new ConstantScoreScorer(score, mode, DocIdSetIterator.all(maxDoc));
        }
        Scorer excludedScorer = excludedSupplier.get(leadCost);
        return leadCost * LOOKUP_FACTOR < excludedSupplier.cost()
            ? new ConstantScoreScorer(score, mode, twoPhaseComplement(excludedScorer, maxDoc))
            : new ConstantScoreScorer(score, mode, bitSetComplement(excludedScorer, maxDoc));
      }

      @Override
      public long cost() {
        return maxDoc;
      }
    };
  }

  private static TwoPhaseIterator twoPhaseComplement(Scorer excludedScorer, int maxDoc) {
    TwoPhaseIterator check = excludedScorer.twoPhaseIterator();
    DocIdSetIterator excludedRows =
        check == null ? excludedScorer.iterator() : check.approximation();
    return new TwoPhaseIterator(DocIdSetIterator.all(maxDoc)) {
      @Override
      public boolean matches() throws IOException {
        int row = approximation.docID();
        if (excludedRows.docID() < row) {
          excludedRows.advance(row);
        }
        return excludedRows.docID() != row || (check != null && !check.matches());
      }

      @Override
      public float matchCost() {
        return check == null ? 10 : 10 + check.matchCost();
      }
    };
  }

  private static DocIdSetIterator bitSetComplement(Scorer excludedScorer, int maxDoc)
      throws IOException {
    FixedBitSet complement = new FixedBitSet(maxDoc);
    DocIdSetIterator excludedRows = excludedScorer.iterator();
    excludedRows.nextDoc();
    excludedRows.intoBitSet(maxDoc, complement, 0);
    complement.flip(0, maxDoc);
    return new BitSetIterator(complement, maxDoc);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    excludedQuery.visit(visitor.getSubVisitor(BooleanClause.Occur.MUST_NOT, this));
  }

  @Override
  public String toString(String field) {
    return "without(" + excludedQuery.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComplementQuery without && excludedQuery.equals(without.excludedQuery);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + excludedQuery.hashCode();
  }
}
