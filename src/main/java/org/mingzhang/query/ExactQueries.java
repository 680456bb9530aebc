package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Queries for exact strings on fields of character pairs. */
final class ExactQueries {
  private ExactQueries() {}

  /** Finds rows whose text contains the string after normalisation. */
  static Query contains(TextField pairs, Scope scope, String typed) {
    List<String> readings = SearchNormalizer.variants(typed);
    if (readings.size() == 1) {
      return containsFolded(pairs, scope, readings.getFirst());
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    readings.forEach(
        reading -> any.add(containsFolded(pairs, scope, reading), BooleanClause.Occur.SHOULD));
    return any.build();
  }

  /** The same for a string in normal form; an empty one finds nothing. */
  static Query containsFolded(TextField pairs, Scope scope, String folded) {
    int[] points = folded.codePoints().toArray();
    return switch (points.length) {
      case 0 -> new MatchNoDocsQuery("empty string");
      case 1 -> new TermQuery(new Term(pairs.characters().in(scope), folded));
      case 2 -> new TermQuery(new Term(pairs.in(scope), folded));
      default -> phrase(pairs.in(scope), points);
    };
  }

  private static Query phrase(String field, int[] points) {
    List<String> runs = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (NGramCover.Run run : NGramCover.of(points)) {
      runs.add(new String(points, run.start(), run.length()));
      places.add(run.start());
    }
    return runs.size() == 1
        ? new TermQuery(new Term(field, runs.getFirst()))
        : new NGramPhraseQuery(field, runs, places);
  }
}
