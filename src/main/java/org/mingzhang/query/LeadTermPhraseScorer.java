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
 * the other n-grams or any positions are read. Not thread safe; used for one search.
 */
final class LeadTermPhraseScorer extends BulkScorer {
  private final TermScorer leadScorer;
  private final List<PostingsEnum> ngrams;
  private final PhraseMatcher matcher;
  private final SimScorer simScorer;
  private final @Nullable NumericDocValues norms;
  private final CurrentRow row = new CurrentRow();
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

  /**
   * Creates a scorer.
   *
   * @param leadScorer scorer of the rarest n-gram, with the statistics of the phrase
   * @param ngrams postings of all n-grams, rarest first
   * @param matcher matches the positions of {@code ngrams} on a row that has all of them
   */
  LeadTermPhraseScorer(
      TermScorer leadScorer,
      List<PostingsEnum> ngrams,
      PhraseMatcher matcher,
      SimScorer simScorer,
      @Nullable NumericDocValues norms) {
    this.leadScorer = leadScorer;
    this.ngrams = List.copyOf(ngrams);
    this.matcher = matcher;
    this.simScorer = simScorer;
    this.norms = norms;
  }

  @Override
  public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max)
      throws IOException {
    collector.setScorer(row);
    leadScorer.setMinCompetitiveScore(row.minCompetitiveScore);
    if (leadScorer.docID() < min) {
      leadScorer.iterator().advance(min);
    }
    leadScorer.nextDocsAndScores(max, acceptDocs, buffer);
    while (buffer.size > 0) {
      for (int i = 0; i < buffer.size; i++) {
        if (buffer.features[i] >= row.minCompetitiveScore && scoreIfCompetitive(buffer.docs[i])) {
          collector.collect(buffer.docs[i]);
        }
      }
      leadScorer.setMinCompetitiveScore(row.minCompetitiveScore);
      leadScorer.nextDocsAndScores(max, acceptDocs, buffer);
    }
    return leadScorer.docID();
  }

  /**
   * Computes the score of a document and sets it in {@link #row}. Returns false if the document
   * does not contain the phrase, or if the frequencies of its n-grams show that its score is not
   * competitive.
   */
  private boolean scoreIfCompetitive(int doc) throws IOException {
    for (PostingsEnum ngram : ngrams) {
      if (ngram.docID() < doc) {
        ngram.advance(doc);
      }
      if (ngram.docID() != doc) {
        return false;
      }
    }
    int maxFreq = Integer.MAX_VALUE;
    for (PostingsEnum ngram : ngrams) {
      maxFreq = Math.min(maxFreq, ngram.freq());
    }
    long norm = norms != null && norms.advanceExact(doc) ? norms.longValue() : 1;
    if (simScorer.score(maxFreq, norm) < row.minCompetitiveScore) {
      return false;
    }
    matcher.resetPositions();
    int freq = 0;
    while (matcher.nextMatch()) {
      freq++;
    }
    row.score = freq == 0 ? 0 : simScorer.score(freq, norm);
    return freq > 0;
  }

  @Override
  public long cost() {
    return leadScorer.iterator().cost();
  }

  /** The row that is being collected. */
  private static final class CurrentRow extends Scorable {
    private float score;
    private float minCompetitiveScore;

    @Override
    public float score() {
      return score;
    }

    @Override
    public void setMinCompetitiveScore(float minScore) {
      minCompetitiveScore = minScore;
    }
  }
}
