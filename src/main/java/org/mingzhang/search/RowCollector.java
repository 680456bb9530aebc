package org.mingzhang.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;

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
  private final RowList list;
  private final Sort sort;
  private final Grouping grouping;
  private long matched;
  private long total;

  RowCollector(Snapshot snapshot, FacetTally tally, RowList list, Sort sort, Grouping grouping) {
    this.snapshot = snapshot;
    this.tally = tally;
    this.list = list;
    this.sort = sort;
    this.grouping = grouping;
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
    return sort == Sort.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    return new Leaf(context);
  }

  private final class Leaf implements LeafCollector {
    private final int docBase;
    private final FacetTally.Leaf facets;
    private final @Nullable SortKeys keys;
    private final NumericDocValues orders;
    private final Column years;
    private final int[] yearOfNumber;
    private final SubstanceWeights weights;
    private final Column agencies;
    private final int[] agencyNumbers;
    private final int[] docs = new int[BATCH];
    private final float[] scores = new float[BATCH];
    private @Nullable Scorable scorer;
    private int n;

    private Leaf(LeafReaderContext context) throws IOException {
      LeafReader reader = context.reader();
      SegmentColumns columns = snapshot.columns(context.ord);
      docBase = context.docBase;
      facets = tally.leaf(context.ord);
      keys = sort == Sort.RELEVANCE ? null : SortKeys.of(reader, sort);
      NumericDocValues values = reader.getNumericDocValues(FieldNames.ORDER);
      orders = values == null ? org.apache.lucene.index.DocValues.emptyNumeric() : values;
      years = columns.of(Dimension.YEAR);
      yearOfNumber = new int[years.size()];
      for (int i = 1; i < yearOfNumber.length; i++) {
        yearOfNumber[i] = Integer.parseInt(years.values()[i - 1]);
      }
      weights = new SubstanceWeights(columns.substance());
      agencies = columns.of(Dimension.AGENCY);
      agencyNumbers = snapshot.dictionary(Dimension.AGENCY).fromSegment(context.ord);
    }

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scorer;
    }

    @Override
    public void collect(int doc) throws IOException {
      docs[n] = doc;
      if (keys == null && scorer != null) {
        scores[n] = scorer.score();
      }
      if (++n == BATCH) {
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
      for (int i = 0; i < passed; i++) {
        int doc = docs[i];
        double key = keys == null ? scores[i] * weights.of(doc) : keys.at(doc);
        int year = yearOfNumber[years.at(doc)];
        if (list.wants(key, year)) {
          offer(doc, key, year);
        }
      }
      n = 0;
    }

    private void offer(int doc, double key, int year) throws IOException {
      long order = orders.advanceExact(doc) ? orders.longValue() : docBase + doc;
      RankedRow row = new RankedRow(docBase + doc, key, year, order);
      list.offer(
          row, grouping == Grouping.AGENCY ? agencyNumbers[agencies.at(doc)] : row.document());
    }
  }

  /** The chosen facets, for tests. */
  List<Dimension> dimensions() {
    return tally.dimensions();
  }
}
