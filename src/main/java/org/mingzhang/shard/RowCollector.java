package org.mingzhang.shard;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest.Sort;

/**
 * Goes once over all rows that the words find: keeps the best of those that pass the chosen facets,
 * and counts the facets, each right under multi-select.
 *
 * <p>A row that passes all choices counts for every facet; a row that only one facet's choice keeps
 * out counts for that facet alone, so that its other values show what choosing them would find.
 * Rows are handled in batches, a facet at a time. Used by one thread for one search.
 */
final class RowCollector implements Collector {
  private static final int BATCH = 1024;

  private final Snapshot snapshot;
  private final FacetTally tally;
  private final @Nullable RowList list;
  private final RowOrder order;
  private final @Nullable FoundRowsQuery found;
  private long matched;
  private long total;

  /**
   * A collector.
   *
   * @param list gets the rows that pass, in the order of a page; null where they are only counted
   * @param found notes them; null where nobody asks for them again
   */
  RowCollector(
      Snapshot snapshot,
      FacetTally tally,
      @Nullable RowList list,
      @Nullable FoundRowsQuery found,
      RowOrder order) {
    this.snapshot = snapshot;
    this.tally = tally;
    this.list = list;
    this.found = found;
    this.order = order;
  }

  /** How many rows the words find. */
  long matched() {
    return matched;
  }

  /** How many rows passed. */
  long total() {
    return total;
  }

  @Override
  public ScoreMode scoreMode() {
    return list != null && order.sort() == Sort.RELEVANCE
        ? ScoreMode.COMPLETE
        : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    return new Leaf(context);
  }

  private final class Leaf implements LeafCollector {
    private final int segment;
    private final int maxDoc;
    private final FacetTally.Leaf facets;
    private final @Nullable RowRanker ranker;
    private final int[] docs = new int[BATCH];
    private final float[] scores = new float[BATCH];
    private @Nullable Scorable scorer;
    private int n;

    private Leaf(LeafReaderContext context) throws IOException {
      segment = context.ord;
      maxDoc = context.reader().maxDoc();
      facets = tally.leaf(context.ord);
      ranker = list == null ? null : new RowRanker(snapshot, context, list, order);
    }

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scoreMode().needsScores() ? scorer : null;
    }

    @Override
    public void collect(int doc) throws IOException {
      docs[n] = doc;
      if (scorer != null) {
        scores[n] = scorer.score();
      }
      if (++n == BATCH) {
        flush();
      }
    }

    @Override
    public void collect(DocIdStream rows) throws IOException {
      if (scorer != null) {
        LeafCollector.super.collect(rows);
        return;
      }
      flush();
      for (n = rows.intoArray(docs); n > 0; n = rows.intoArray(docs)) {
        flush();
      }
    }

    @Override
    public void finish() throws IOException {
      flush();
      facets.finish();
    }

    private void flush() throws IOException {
      int passed = facets.count(docs, scores, n);
      matched += n;
      total += passed;
      if (found != null && passed > 0) {
        found.add(segment, maxDoc, docs, passed);
      }
      for (int i = 0; ranker != null && i < passed; i++) {
        ranker.rank(docs[i], scores[i]);
      }
      n = 0;
    }
  }

  /** The chosen facets, for tests. */
  List<Dimension> dimensions() {
    return tally.dimensions();
  }
}
