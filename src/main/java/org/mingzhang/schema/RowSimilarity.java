package org.mingzhang.schema;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25 for words and for runs of characters, the same for writer and searcher. */
final class RowSimilarity extends PerFieldSimilarityWrapper {
  /** Length normalisation below Lucene's 0.75: sections differ in length by their nature. */
  private static final float LENGTH_WEIGHT = 0.6f;

  private static final float SATURATION = 1.2f;
  private static final float RUNS_A_PLACE = 1.4f;

  /** A word of the text counts {@link WordPart#UNIT} times, so it saturates as much later. */
  private final Similarity words = new BM25Similarity(SATURATION * WordPart.UNIT, LENGTH_WEIGHT);

  private final Similarity runs = new Runs();

  @Override
  public Similarity get(String field) {
    return field.startsWith(TextField.WORDS_PREFIX) ? words : runs;
  }

  /**
   * The length of a row counts places, Lucene's mean counts runs, of which two places in five have
   * a second: it is brought to the same measure.
   */
  private static final class Runs extends BM25Similarity {
    private Runs() {
      super(SATURATION, LENGTH_WEIGHT);
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
      float mean = super.avgFieldLength(statistics);
      return statistics.field().startsWith(TextField.PAIRS_PREFIX) ? mean / RUNS_A_PLACE : mean;
    }
  }
}
