package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Collects the rows with the highest scores that pass the facet filters, skipping rows that cannot
 * be competitive. Boosts never raise a score (see {@link SectionBoosts}) and rows of equal score
 * are not skipped, so the result is the same as if all rows had been visited. For one search by one
 * thread.
 */
final class TopScoreRowCollector implements Collector {
  private final ShardSnapshot snapshot;
  private final FacetCounter filters;
  private final RowQueue queue;
  private final RowOrder order;

  TopScoreRowCollector(
      ShardSnapshot snapshot, FacetCounter filters, RowQueue queue, RowOrder order) {
    this.snapshot = snapshot;
    this.filters = filters;
    this.queue = queue;
    this.order = order;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    FacetCounter.SegmentFacetCounter segmentFacetCounter = filters.segmentCounter(context.ord);
    RowRanker ranker = new RowRanker(snapshot, context, queue, order);
    return new LeafCollector() {
      private Scorable scorer = new NoScore();
      private double minScore = Double.NEGATIVE_INFINITY;

      @Override
      public void setScorer(Scorable scorer) throws IOException {
        this.scorer = scorer;
        minScore = Double.NEGATIVE_INFINITY;
        updateMinScore();
      }

      @Override
      public void collect(int doc) throws IOException {
        if (segmentFacetCounter.accepts(doc)) {
          ranker.rankAndOffer(doc, scorer.score());
          updateMinScore();
        }
      }

      private void updateMinScore() throws IOException {
        if (queue.minCompetitiveKey() > minScore) {
          minScore = queue.minCompetitiveKey();
          scorer.setMinCompetitiveScore((float) minScore);
        }
      }
    };
  }

  /** Placeholder for the scorer before the first {@code setScorer} call. */
  private static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
