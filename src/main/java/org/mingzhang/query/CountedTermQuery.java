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

/** Finds a term and scores it by a given frequency in place of that in the index. Immutable. */
final class CountedTermQuery extends Query {
  private final Term term;
  private final long rows;
  private final long occurrences;

  CountedTermQuery(Term term, long rows, long occurrences) {
    this.term = term;
    this.rows = rows;
    this.occurrences = occurrences;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    IndexSearcher counted =
        new IndexSearcher(searcher.getTopReaderContext()) {
          @Override
          public TermStatistics termStatistics(Term of, int docFreq, long totalTermFreq) {
            return new TermStatistics(of.bytes(), rows, occurrences);
          }

          @Override
          public @Nullable CollectionStatistics collectionStatistics(String field)
              throws IOException {
            return searcher.collectionStatistics(field);
          }
        };
    counted.setSimilarity(searcher.getSimilarity());
    return new TermQuery(term).createWeight(counted, mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(term.field())) {
      visitor.consumeTerms(this, term);
    }
  }

  @Override
  public String toString(String field) {
    return term + "(in " + rows + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountedTermQuery counted
        && term.equals(counted.term)
        && rows == counted.rows
        && occurrences == counted.occurrences;
  }

  @Override
  public int hashCode() {
    return 31 * term.hashCode() + Long.hashCode(rows);
  }
}
