package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Queries for exact strings on fields of character bigrams. */
final class ExactStringQueryFactory {
  private ExactStringQueryFactory() {}

  /**
   * Matches rows whose normalized text contains one of the normalized variants of the string; an
   * empty string matches nothing.
   */
  static Query createContainsQuery(TextField field, SearchScope scope, String typed) {
    List<String> readings = SearchNormalizer.findVariants(typed);
    if (readings.size() == 1) {
      return createFoldedContainsQuery(field, scope, readings.getFirst());
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    readings.forEach(
        reading ->
            any.add(createFoldedContainsQuery(field, scope, reading), BooleanClause.Occur.SHOULD));
    return any.build();
  }

  /**
   * Creates the query of {@link #createContainsQuery} for a string that is normalized already; an
   * empty string matches nothing.
   */
  static Query createFoldedContainsQuery(TextField field, SearchScope scope, String folded) {
    int[] points = folded.codePoints().toArray();
    return switch (points.length) {
      case 0 -> new MatchNoDocsQuery("empty string");
      case 1 -> new TermQuery(new Term(field.charactersField().fieldName(scope), folded));
      case 2 -> new TermQuery(new Term(field.fieldName(scope), folded));
      default -> phraseQuery(field.fieldName(scope), points);
    };
  }

  private static Query phraseQuery(String field, int[] codePoints) {
    List<String> runs = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (NGramCoverSelector.NGram run : NGramCoverSelector.selectCover(codePoints)) {
      runs.add(new String(codePoints, run.start(), run.length()));
      offsets.add(run.start());
    }
    return runs.size() == 1
        ? new TermQuery(new Term(field, runs.getFirst()))
        : new NGramPhraseQuery(field, runs, offsets);
  }
}
