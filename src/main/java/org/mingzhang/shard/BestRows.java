package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Finds the most relevant rows that pass the chosen facets without looking at all of them: Lucene
 * leaves out rows whose score cannot reach the last row of the page. A score is never raised
 * afterwards (see {@link SectionBoosts}), and rows of equal score are all looked at, so that the
 * page is the one that looking at every row gives. Used by one thread for one search.
 */
final class BestRows implements Collector {
  private final Snapshot snapshot;
  private final FacetTally choices;
  private final RowList list;
  private final RowOrder order;

  BestRows(Snapshot snapshot, FacetTally choices, RowList list, RowOrder order) {
    this.snapshot = snapshot;
    this.choices = choices;
    this.list = list;
    this.order = order;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    FacetTally.Leaf leaf = choices.leaf(context.ord);
    RowRanker ranker = new RowRanker(snapshot, context, list, order);
    return new LeafCollector() {
      private Scorable scorer = new Nothing();
      private double floor = Double.NEGATIVE_INFINITY;

      @Override
      public void setScorer(Scorable scorer) throws IOException {
        this.scorer = scorer;
        floor = Double.NEGATIVE_INFINITY;
        raise();
      }

      @Override
      public void collect(int doc) throws IOException {
        if (leaf.passes(doc)) {
          ranker.rank(doc, scorer.score());
          raise();
        }
      }

      private void raise() throws IOException {
        if (list.floor() > floor) {
          floor = list.floor();
          scorer.setMinCompetitiveScore((float) floor);
        }
      }
    };
  }

  /** Before the first row there is no score. */
  private static final class Nothing extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
