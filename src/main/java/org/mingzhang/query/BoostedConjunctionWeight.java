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
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Weight of {@link BoostedConjunctionQuery}: a disjunction of the scoring clauses as the
 * approximation, the required clauses as the second phase.
 */
final class BoostedConjunctionWeight extends Weight {
  private final Weight scoringWeight;
  private final Weight requiredWeight;
  private final Weight completeWeight;

  /**
   * Creates a weight.
   *
   * @param scoring matches and scores rows with any scoring clause
   * @param requiredWeight matches rows with all required clauses
   * @param completeWeight the equivalent conjunction, for use outside bulk scoring
   */
  BoostedConjunctionWeight(
      BoostedConjunctionQuery query, Weight scoring, Weight requiredWeight, Weight completeWeight) {
    super(query);
    this.scoringWeight = scoring;
    this.requiredWeight = requiredWeight;
    this.completeWeight = completeWeight;
  }

  @Override
  public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
    ScorerSupplier scoringSupplier = scoringWeight.scorerSupplier(context);
    ScorerSupplier requiredSupplier = requiredWeight.scorerSupplier(context);
    return scoringSupplier == null || requiredSupplier == null
        ? null
        : new TopScoresSupplier(context, scoringSupplier, requiredSupplier);
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc) throws IOException {
    return completeWeight.explain(context, doc);
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return completeWeight.isCacheable(context);
  }

  /**
   * Supplies the scorers of one segment: for bulk scoring the disjunction, filtered by the required
   * clauses; otherwise the complete conjunction.
   */
  private final class TopScoresSupplier extends ScorerSupplier {
    private final LeafReaderContext context;
    private final ScorerSupplier scoringSupplier;
    private final ScorerSupplier requiredSupplier;

    private TopScoresSupplier(
        LeafReaderContext context,
        ScorerSupplier scoringSupplier,
        ScorerSupplier requiredSupplier) {
      this.context = context;
      this.scoringSupplier = scoringSupplier;
      this.requiredSupplier = requiredSupplier;
    }

    @Override
    public @Nullable Scorer get(long leadCost) throws IOException {
      return completeWeight.scorer(context);
    }

    @Override
    public BulkScorer bulkScorer() throws IOException {
      BulkScorer rows = scoringSupplier.bulkScorer();
      Scorer requiredScorer = requiredSupplier.get(0);
      return new BulkScorer() {
        @Override
        public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max)
            throws IOException {
          return rows.score(new RequiredFilter(requiredScorer, collector), acceptDocs, min, max);
        }

        @Override
        public long cost() {
          return rows.cost();
        }
      };
    }

    @Override
    public long cost() {
      return requiredSupplier.cost();
    }
  }

  /** Passes on the rows that match the required clauses. */
  private static final class RequiredFilter implements LeafCollector {
    private final LeafCollector collector;
    private final DocIdSetIterator approximation;
    private final @Nullable TwoPhaseIterator twoPhase;

    private RequiredFilter(Scorer requiredScorer, LeafCollector collector) {
      this.collector = collector;
      twoPhase = requiredScorer.twoPhaseIterator();
      approximation = twoPhase == null ? requiredScorer.iterator() : twoPhase.approximation();
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      collector.setScorer(scorer);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (approximation.docID() < doc) {
        approximation.advance(doc);
      }
      if (approximation.docID() == doc && (twoPhase == null || twoPhase.matches())) {
        collector.collect(doc);
      }
    }

    @Override
    public void finish() throws IOException {
      collector.finish();
    }
  }
}
