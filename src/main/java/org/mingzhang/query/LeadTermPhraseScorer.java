package org.mingzhang.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.PhraseMatcher;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TermScorer;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Top-k scorer for a phrase in one segment that iterates over its rarest n-gram.
 *
 * <p>The frequency of a phrase is at most that of its rarest n-gram, so the impacts of that n-gram
 * bound the score of the phrase. Blocks that cannot reach the current threshold are skipped before
 * the other n-grams, and the positions of any, are read. Not thread safe; used for one search.
 */
final class LeadTermPhraseScorer extends BulkScorer {
  private final TermScorer bound;
  private final List<PostingsEnum> runs;
  private final PhraseMatcher matcher;
  private final SimScorer scores;
  private final @Nullable NumericDocValues norms;
  private final Row row = new Row();
  private final DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();

  /**
   * A scorer.
   *
   * @param bound rows of the rarest run, scored as if each were the phrase
   * @param runs all runs, rarest first
   * @param matcher reads the places of {@code runs} where all stand on one row
   */
  LeadTermPhraseScorer(
      TermScorer bound,
      List<PostingsEnum> runs,
      PhraseMatcher matcher,
      SimScorer scores,
      @Nullable NumericDocValues norms) {
    this.bound = bound;
    this.runs = List.copyOf(runs);
    this.matcher = matcher;
    this.scores = scores;
    this.norms = norms;
  }

  @Override
  public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max)
      throws IOException {
    collector.setScorer(row);
    bound.setMinCompetitiveScore(row.floor);
    if (bound.docID() < min) {
      bound.iterator().advance(min);
    }
    bound.nextDocsAndScores(max, acceptDocs, block);
    while (block.size > 0) {
      for (int i = 0; i < block.size; i++) {
        if (block.features[i] >= row.floor && scored(block.docs[i])) {
          collector.collect(block.docs[i]);
        }
      }
      bound.setMinCompetitiveScore(row.floor);
      bound.nextDocsAndScores(max, acceptDocs, block);
    }
    return bound.docID();
  }

  /** Whether a row has the phrase and may be among the best; then its score is set. */
  private boolean scored(int doc) throws IOException {
    for (PostingsEnum run : runs) {
      if (run.docID() < doc) {
        run.advance(doc);
      }
      if (run.docID() != doc) {
        return false;
      }
    }
    int most = Integer.MAX_VALUE;
    for (PostingsEnum run : runs) {
      most = Math.min(most, run.freq());
    }
    long norm = norms != null && norms.advanceExact(doc) ? norms.longValue() : 1;
    if (scores.score(most, norm) < row.floor) {
      return false;
    }
    matcher.resetPositions();
    int times = 0;
    while (matcher.nextMatch()) {
      times++;
    }
    row.score = times == 0 ? 0 : scores.score(times, norm);
    return times > 0;
  }

  @Override
  public long cost() {
    return bound.iterator().cost();
  }

  /** The row that is being collected. */
  private static final class Row extends Scorable {
    private float score;
    private float floor;

    @Override
    public float score() {
      return score;
    }

    @Override
    public void setMinCompetitiveScore(float least) {
      floor = least;
    }
  }
}
