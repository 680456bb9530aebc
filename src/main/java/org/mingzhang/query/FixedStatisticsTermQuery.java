package org.mingzhang.query;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A term query that is scored with given term statistics instead of those of the index. Immutable.
 */
final class FixedStatisticsTermQuery extends Query {
  private final Term term;
  private final long docFreq;
  private final long totalTermFreq;

  FixedStatisticsTermQuery(Term term, long docFreq, long totalTermFreq) {
    this.term = term;
    this.docFreq = docFreq;
    this.totalTermFreq = totalTermFreq;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    IndexSearcher fixed =
        new IndexSearcher(searcher.getTopReaderContext()) {
          @Override
          public TermStatistics termStatistics(
              Term ofIndex, int docFreqOfIndex, long totalTermFreqOfIndex) {
            return new TermStatistics(ofIndex.bytes(), docFreq, totalTermFreq);
          }

          @Override
          public @Nullable CollectionStatistics collectionStatistics(String field)
              throws IOException {
            return searcher.collectionStatistics(field);
          }
        };
    fixed.setSimilarity(searcher.getSimilarity());
    return new TermQuery(term).createWeight(fixed, mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(term.field())) {
      visitor.consumeTerms(this, term);
    }
  }

  @Override
  public String toString(String field) {
    return term + "(in " + docFreq + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FixedStatisticsTermQuery fixed
        && term.equals(fixed.term)
        && docFreq == fixed.docFreq
        && totalTermFreq == fixed.totalTermFreq;
  }

  @Override
  public int hashCode() {
    return 31 * term.hashCode() + Long.hashCode(docFreq);
  }
}
