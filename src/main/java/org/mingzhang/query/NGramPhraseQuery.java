package org.mingzhang.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Matches a string by the n-grams that cover it ({@link NGramCoverSelector}) at their distances,
 * with the scores of Lucene's phrase query. In top-k searches, rows that are not competitive are
 * skipped before positions are read, see {@link LeadTermPhraseScorer}. Immutable.
 */
public final class NGramPhraseQuery extends Query {
  private final String field;
  private final List<Term> ngrams;
  private final List<Integer> offsets;

  /**
   * Creates a query of at least two n-grams.
   *
   * @param field a field of character n-grams
   * @param terms the n-grams
   * @param offsets offset of each in characters, ascending from 0
   * @throws IllegalArgumentException if there are fewer n-grams, or the offsets do not match
   */
  NGramPhraseQuery(String field, List<String> terms, List<Integer> offsets) {
    if (terms.size() < 2 || terms.size() != offsets.size() || offsets.getFirst() != 0) {
      throw new IllegalArgumentException("not a phrase: " + terms + " at " + offsets);
    }
    this.field = field;
    this.ngrams = terms.stream().map(run -> new Term(field, run)).toList();
    this.offsets = List.copyOf(offsets);
  }

  String field() {
    return field;
  }

  /** The n-grams, ordered by offset. */
  List<Term> ngrams() {
    return ngrams;
  }

  /** The offsets of the n-grams in characters. */
  List<Integer> offsets() {
    return offsets;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    return new NGramPhraseWeightFactory(this, searcher, scoreMode, boost).createWeight();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor
          .getSubVisitor(BooleanClause.Occur.MUST, this)
          .consumeTerms(this, ngrams.toArray(Term[]::new));
    }
  }

  @Override
  public String toString(String defaultField) {
    StringBuilder terms = new StringBuilder(field).append(":\"");
    for (int i = 0; i < ngrams.size(); i++) {
      terms
          .append(i == 0 ? "" : " ")
          .append(ngrams.get(i).text())
          .append('@')
          .append(offsets.get(i));
    }
    return terms.append('"').toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NGramPhraseQuery phrase
        && ngrams.equals(phrase.ngrams)
        && offsets.equals(phrase.offsets);
  }

  @Override
  public int hashCode() {
    return 31 * ngrams.hashCode() + offsets.hashCode();
  }
}
