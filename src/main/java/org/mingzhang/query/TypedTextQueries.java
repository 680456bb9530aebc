package org.mingzhang.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;

/**
 * Queries for typed text without operators: all its words, or the whole string across word
 * boundaries; rows whose title contains the string or its character bigrams score higher.
 *
 * <p>Each clause that scores is one more list to read in every row of a frequent word, so that a
 * list is read once only: the string of a single word hardly scores, since its word does, and the
 * bigram of a title that is all of a piece scores as that piece.
 */
final class TypedTextQueries {
  private static final float EXACT_BOOST = 0.5f;

  /** So low that the string is looked for in rows that the page may show, and in no others. */
  private static final float EXACT_WORD_BOOST = 0.01f;

  private static final float TITLE_BOOST = 3f;
  private static final float TITLE_PAIR_BOOST = 0.4f;
  private static final float PAIR_BOOST = 0.3f;
  private static final float YEAR_BOOST = 4f;
  private static final float YEAR_IN_TEXT = 0.2f;
  private static final int MOST_WORDS = 40;
  private static final int MOST_PAIRS = 32;

  private final WordQueries words;

  TypedTextQueries(WordQueries words) {
    this.words = words;
  }

  /** Finds rows with all words and years of the run, or with the run itself. */
  Query all(Scope scope, TypedText run) {
    Query exact = ExactQueries.contains(TextField.PAIRS, scope, run.text());
    if (run.words().isEmpty() && run.years().isEmpty()) {
      return exact;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(required(scope, run), BooleanClause.Occur.SHOULD);
    if (String.join("", run.pieces()).length() > 1) {
      float boost = run.pieces().equals(run.words()) ? EXACT_WORD_BOOST : EXACT_BOOST;
      any.add(new BoostQuery(exact, boost), BooleanClause.Occur.SHOULD);
    }
    BooleanQuery.Builder lifted = new BooleanQuery.Builder();
    lifted.add(any.build(), BooleanClause.Occur.MUST);
    lift(scope, List.of(run), lifted);
    return lifted.build();
  }

  private Query required(Scope scope, TypedText run) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    run.words().stream()
        .distinct()
        .forEach(word -> all.add(words.word(scope, word), BooleanClause.Occur.MUST));
    run.years().forEach(year -> all.add(year(scope, year), BooleanClause.Occur.MUST));
    return all.build();
  }

  /**
   * Finds rows with a good part of the words, or of the character pairs, of all runs. Numbers and
   * single letters tell too little to be found by alone.
   */
  Query some(Scope scope, List<TypedText> runs) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    either.add(someWords(scope, runs), BooleanClause.Occur.SHOULD);
    either.add(somePairs(scope, runs), BooleanClause.Occur.SHOULD);
    BooleanQuery.Builder lifted = new BooleanQuery.Builder();
    lifted.add(either.build(), BooleanClause.Occur.MUST);
    runs.stream()
        .flatMap(run -> run.years().stream())
        .forEach(year -> lifted.add(year(scope, year), BooleanClause.Occur.SHOULD));
    lift(scope, runs, lifted);
    return lifted.build();
  }

  private Query someWords(Scope scope, List<TypedText> runs) {
    List<String> different =
        runs.stream()
            .flatMap(run -> run.words().stream())
            .filter(TypedTextQueries::tells)
            .distinct()
            .limit(MOST_WORDS)
            .toList();
    if (different.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    different.forEach(word -> some.add(words.word(scope, word), BooleanClause.Occur.SHOULD));
    return some.setMinimumNumberShouldMatch((different.size() + 1) / 2).build();
  }

  private static boolean tells(String word) {
    return word.codePoints().anyMatch(Character::isIdeographic)
        || word.codePoints().filter(Character::isLetter).count() > 1;
  }

  private static Query somePairs(Scope scope, List<TypedText> runs) {
    List<String> pairs =
        pairs(runs).stream()
            .filter(p -> p.codePoints().allMatch(Character::isIdeographic))
            .toList();
    if (pairs.isEmpty()) {
      return new MatchNoDocsQuery("no pairs");
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (String pair : pairs) {
      Query query = new TermQuery(new Term(TextField.PAIRS.in(scope), pair));
      some.add(new BoostQuery(query, PAIR_BOOST), BooleanClause.Occur.SHOULD);
    }
    return some.setMinimumNumberShouldMatch((pairs.size() + 1) / 2).build();
  }

  /** Lifts rows whose title holds a run, or character pairs of one. */
  private static void lift(Scope scope, List<TypedText> runs, BooleanQuery.Builder into) {
    Set<String> whole = new HashSet<>();
    for (TypedText run : runs) {
      whole.addAll(run.pieces());
      for (String piece : run.pieces()) {
        if (piece.length() > 1) {
          Query title = ExactQueries.containsFolded(TextField.TITLE_PAIRS, scope, piece);
          into.add(
              new BoostQuery(new ConstantScoreQuery(title), TITLE_BOOST),
              BooleanClause.Occur.SHOULD);
        }
      }
    }
    for (String pair : pairs(runs)) {
      if (!whole.contains(pair)) {
        Query query = new TermQuery(new Term(TextField.TITLE_PAIRS.in(scope), pair));
        into.add(new BoostQuery(query, TITLE_PAIR_BOOST), BooleanClause.Occur.SHOULD);
      }
    }
  }

  private static List<String> pairs(List<TypedText> runs) {
    List<String> pairs = new ArrayList<>();
    for (TypedText run : runs) {
      for (String piece : run.pieces()) {
        int[] points = piece.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
          pairs.add(new String(points, i, 2));
        }
      }
    }
    return pairs.stream().distinct().limit(MOST_PAIRS).toList();
  }

  /** Finds rows of documents of a year, and those that write it. */
  private Query year(Scope scope, TypedText.Year year) {
    Term own = new Term(FieldNames.facet(Dimension.YEAR), Integer.toString(year.value()));
    Query written = ExactQueries.contains(TextField.PAIRS, scope, year.written());
    return new BooleanQuery.Builder()
        .add(
            new BoostQuery(new ConstantScoreQuery(new TermQuery(own)), YEAR_BOOST),
            BooleanClause.Occur.SHOULD)
        .add(
            new BoostQuery(new ConstantScoreQuery(written), YEAR_IN_TEXT),
            BooleanClause.Occur.SHOULD)
        .build();
  }
}
