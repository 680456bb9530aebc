package org.mingzhang.schema;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25 for fields of words and for fields of character n-grams. */
final class RowSimilarity extends PerFieldSimilarityWrapper {
  /** Length normalization b, lower than Lucene's 0.75 because sections naturally vary in length. */
  private static final float B = 0.6f;

  /** Term frequency saturation k1. */
  private static final float K1 = 1.2f;

  /** Mean number of n-grams that begin at one position. */
  private static final float NGRAMS_PER_POSITION = 1.4f;

  /**
   * Each word of the text is counted {@link WeightedZone#UNIT_WEIGHT} times, so k1 is multiplied by
   * this weight.
   */
  private final Similarity wordSimilarity = new BM25Similarity(K1 * WeightedZone.UNIT_WEIGHT, B);

  private final Similarity ngramSimilarity = new NgramSimilarity();

  @Override
  public Similarity get(String field) {
    return field.startsWith(TextField.WORDS_PREFIX) ? wordSimilarity : ngramSimilarity;
  }

  /**
   * BM25 with a corrected mean field length: norms count positions, but Lucene computes the mean
   * from the number of tokens, and two positions in five have a second n-gram.
   */
  private static final class NgramSimilarity extends BM25Similarity {
    private NgramSimilarity() {
      super(K1, B);
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
      float mean = super.avgFieldLength(statistics);
      return statistics.field().startsWith(TextField.NGRAMS_PREFIX)
          ? mean / NGRAMS_PER_POSITION
          : mean;
    }
  }
}
