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
 * Matches a string by the n-grams that cover it ({@link NGramCover}) at their distances; scores as
 * Lucene's phrase query does. In top-k searches rows that are not competitive are skipped before
 * positions are read, see {@link LeadTermPhraseScorer}. Immutable.
 */
public final class NGramPhraseQuery extends Query {
  private final String field;
  private final List<Term> runs;
  private final List<Integer> places;

  /**
   * A query for two runs or more.
   *
   * @param field a field of character pairs
   * @param text the runs
   * @param places how many characters stand before each, the first 0, ascending
   */
  NGramPhraseQuery(String field, List<String> text, List<Integer> places) {
    if (text.size() < 2 || text.size() != places.size() || places.getFirst() != 0) {
      throw new IllegalArgumentException("no phrase: " + text + " at " + places);
    }
    this.field = field;
    this.runs = text.stream().map(run -> new Term(field, run)).toList();
    this.places = List.copyOf(places);
  }

  /** The field it searches. */
  String field() {
    return field;
  }

  /** The runs in the order of their places. */
  List<Term> runs() {
    return runs;
  }

  /** How many characters stand before each run. */
  List<Integer> places() {
    return places;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    return new NGramPhrase(this, searcher, scoreMode, boost).weight();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor
          .getSubVisitor(BooleanClause.Occur.MUST, this)
          .consumeTerms(this, runs.toArray(Term[]::new));
    }
  }

  @Override
  public String toString(String defaultField) {
    StringBuilder text = new StringBuilder(field).append(":\"");
    for (int i = 0; i < runs.size(); i++) {
      text.append(i == 0 ? "" : " ").append(runs.get(i).text()).append('@').append(places.get(i));
    }
    return text.append('"').toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NGramPhraseQuery phrase
        && runs.equals(phrase.runs)
        && places.equals(phrase.places);
  }

  @Override
  public int hashCode() {
    return 31 * runs.hashCode() + places.hashCode();
  }
}
