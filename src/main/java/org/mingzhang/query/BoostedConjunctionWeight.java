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
 * Weight of {@link BoostedConjunction}: a disjunction of the scoring clauses as the approximation,
 * the required clauses as the second phase.
 */
final class BoostedConjunctionWeight extends Weight {
  private final Weight any;
  private final Weight required;
  private final Weight complete;

  /**
   * A weight.
   *
   * @param any finds and scores rows with anything that scores
   * @param required finds the rows that have everything
   * @param complete both in one, for where rows are not asked for in bulk
   */
  BoostedConjunctionWeight(BoostedConjunction query, Weight any, Weight required, Weight complete) {
    super(query);
    this.any = any;
    this.required = required;
    this.complete = complete;
  }

  @Override
  public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
    ScorerSupplier scored = any.scorerSupplier(context);
    ScorerSupplier asked = required.scorerSupplier(context);
    return scored == null || asked == null ? null : new Best(context, scored, asked);
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc) throws IOException {
    return complete.explain(context, doc);
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return complete.isCacheable(context);
  }

  private final class Best extends ScorerSupplier {
    private final LeafReaderContext context;
    private final ScorerSupplier scored;
    private final ScorerSupplier asked;

    private Best(LeafReaderContext context, ScorerSupplier scored, ScorerSupplier asked) {
      this.context = context;
      this.scored = scored;
      this.asked = asked;
    }

    @Override
    public @Nullable Scorer get(long leadCost) throws IOException {
      return complete.scorer(context);
    }

    @Override
    public BulkScorer bulkScorer() throws IOException {
      BulkScorer rows = scored.bulkScorer();
      Scorer has = asked.get(0);
      return new BulkScorer() {
        @Override
        public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max)
            throws IOException {
          return rows.score(new Asking(has, collector), acceptDocs, min, max);
        }

        @Override
        public long cost() {
          return rows.cost();
        }
      };
    }

    @Override
    public long cost() {
      return asked.cost();
    }
  }

  /** Hands on the rows that have what is required. */
  private static final class Asking implements LeafCollector {
    private final LeafCollector collector;
    private final DocIdSetIterator rows;
    private final @Nullable TwoPhaseIterator check;

    private Asking(Scorer has, LeafCollector collector) {
      this.collector = collector;
      check = has.twoPhaseIterator();
      rows = check == null ? has.iterator() : check.approximation();
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      collector.setScorer(scorer);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (rows.docID() < doc) {
        rows.advance(doc);
      }
      if (rows.docID() == doc && (check == null || check.matches())) {
        collector.collect(doc);
      }
    }

    @Override
    public void finish() throws IOException {
      collector.finish();
    }
  }
}
