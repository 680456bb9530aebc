package org.mingzhang.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Weight of {@link BoundedDisjunctionQuery}: rows come from a query that bounds the score, their
 * scores from the disjunction.
 */
final class BoundedDisjunctionWeight extends Weight {
  /**
   * Factor that lowers the minimum bound of competitive rows, because rounding errors make a sum of
   * scores depend on the order of its clauses.
   */
  private static final float ROUNDING_FACTOR = 1 - 1e-5f;

  private final Weight boundingWeight;
  private final Weight exactWeight;

  /**
   * Creates a weight.
   *
   * @param boundingWeight matches the rows, with scores that are at least those of {@code
   *     exactWeight}
   * @param exactWeight matches and scores the same rows
   */
  BoundedDisjunctionWeight(
      BoundedDisjunctionQuery query, Weight boundingWeight, Weight exactWeight) {
    super(query);
    this.boundingWeight = boundingWeight;
    this.exactWeight = exactWeight;
  }

  @Override
  public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
    ScorerSupplier boundSupplier = boundingWeight.scorerSupplier(context);
    ScorerSupplier exactSupplier = exactWeight.scorerSupplier(context);
    if (boundSupplier == null || exactSupplier == null) {
      return null;
    }
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        return exactSupplier.get(leadCost);
      }

      @Override
      public BulkScorer bulkScorer() throws IOException {
        return createBulkScorer(boundSupplier.bulkScorer(), exactSupplier.get(0));
      }

      @Override
      public long cost() {
        return boundSupplier.cost();
      }
    };
  }

  private static BulkScorer createBulkScorer(BulkScorer rowScorer, Scorer exactScorer) {
    return new BulkScorer() {
      @Override
      public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max)
          throws IOException {
        return rowScorer.score(
            new ExactScoreCollector(exactScorer, collector), acceptDocs, min, max);
      }

      @Override
      public long cost() {
        return rowScorer.cost();
      }
    };
  }

  /** Passes on rows with their exact scores, except those that their bound excludes. */
  private static final class ExactScoreCollector implements LeafCollector {
    private final LeafCollector collector;
    private final Scorer exactScorer;
    private final DocIdSetIterator exactRows;
    private @Nullable Scorable boundScorer;
    private float minBound;

    private ExactScoreCollector(Scorer exactScorer, LeafCollector collector) {
      this.collector = collector;
      this.exactScorer = exactScorer;
      this.exactRows = exactScorer.iterator();
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      boundScorer = scorer;
      collector.setScorer(
          new Scorable() {
            @Override
            public float score() throws IOException {
              return exactScorer.score();
            }

            @Override
            public void setMinCompetitiveScore(float minScore) throws IOException {
              minBound = minScore * ROUNDING_FACTOR;
              scorer.setMinCompetitiveScore(minBound);
            }
          });
    }

    @Override
    public void collect(int doc) throws IOException {
      if (boundScorer != null && boundScorer.score() < minBound) {
        return;
      }
      if (exactRows.docID() < doc) {
        exactRows.advance(doc);
      }
      if (exactRows.docID() == doc) {
        collector.collect(doc);
      }
    }

    @Override
    public void finish() throws IOException {
      collector.finish();
    }
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc) throws IOException {
    return exactWeight.explain(context, doc);
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return false;
  }
}
