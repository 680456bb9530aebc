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
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest.Sort;

/**
 * Visits all matching rows: keeps the best of those that pass the facet filters, and counts the
 * facets under multi-select.
 *
 * <p>A row that passes all filters is counted for every facet; a row rejected by the filter of a
 * single facet is counted for that facet only, so that the counts of its other values show how many
 * rows selecting them would find. Rows are processed in batches, one facet at a time. For one
 * search by one thread.
 */
final class RowCollector implements Collector {
  private static final int BATCH_SIZE = 1024;

  private final ShardSnapshot snapshot;
  private final FacetCounter counter;
  private final @Nullable RowQueue queue;
  private final RowOrder order;
  private final @Nullable FoundRowsQuery matchedRows;
  private long matchedCount;
  private long total;

  /**
   * Creates a collector.
   *
   * @param queue receives the rows that pass; null to count only
   * @param matchedRows receives the rows that pass, to be visited again; null if they are not
   */
  RowCollector(
      ShardSnapshot snapshot,
      FacetCounter counter,
      @Nullable RowQueue queue,
      @Nullable FoundRowsQuery matchedRows,
      RowOrder order) {
    this.snapshot = snapshot;
    this.counter = counter;
    this.queue = queue;
    this.matchedRows = matchedRows;
    this.order = order;
  }

  /** The number of rows that match the words, before facet filters. */
  long matchedCount() {
    return matchedCount;
  }

  /** The number of rows that also pass the facet filters. */
  long total() {
    return total;
  }

  @Override
  public ScoreMode scoreMode() {
    return queue != null && order.sort() == Sort.RELEVANCE
        ? ScoreMode.COMPLETE
        : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    return new SegmentRowCollector(context);
  }

  private final class SegmentRowCollector implements LeafCollector {
    private final int segment;
    private final int maxDoc;
    private final FacetCounter.SegmentFacetCounter facets;
    private final @Nullable RowRanker ranker;
    private final int[] docs = new int[BATCH_SIZE];
    private final float[] scores = new float[BATCH_SIZE];
    private @Nullable Scorable scorer;
    private int bufferedCount;

    private SegmentRowCollector(LeafReaderContext context) throws IOException {
      segment = context.ord;
      maxDoc = context.reader().maxDoc();
      facets = counter.segmentCounter(context.ord);
      ranker = queue == null ? null : new RowRanker(snapshot, context, queue, order);
    }

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scoreMode().needsScores() ? scorer : null;
    }

    @Override
    public void collect(int doc) throws IOException {
      docs[bufferedCount] = doc;
      if (scorer != null) {
        scores[bufferedCount] = scorer.score();
      }
      if (++bufferedCount == BATCH_SIZE) {
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
      for (bufferedCount = rows.intoArray(docs);
          bufferedCount > 0;
          bufferedCount = rows.intoArray(docs)) {
        flush();
      }
    }

    @Override
    public void finish() throws IOException {
      flush();
      facets.addToGlobalCounts();
    }

    private void flush() throws IOException {
      int passed = facets.filterAndCount(docs, scores, bufferedCount);
      matchedCount += bufferedCount;
      total += passed;
      if (matchedRows != null && passed > 0) {
        matchedRows.add(segment, maxDoc, docs, passed);
      }
      for (int i = 0; ranker != null && i < passed; i++) {
        ranker.rankAndOffer(docs[i], scores[i]);
      }
      bufferedCount = 0;
    }
  }

  /** The counted facets, for tests. */
  List<FacetDimension> dimensions() {
    return counter.dimensions();
  }
}
