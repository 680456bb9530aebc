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
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;

/**
 * Queries for free text: all its words, or the whole string across word boundaries; rows whose
 * title contains the string or its character bigrams score higher.
 *
 * <p>Each scoring clause is one more postings list to read for every row of a frequent word, so
 * redundant clauses are avoided: the exact string of a single word gets a minimal boost, and if a
 * whole piece of the query is a single bigram, that bigram is not scored again in titles.
 */
final class FreeTextQueryFactory {
  private static final float EXACT_BOOST = 0.5f;

  /**
   * Boost of the exact string of a single word, so small that the string is looked up only in
   * competitive rows.
   */
  private static final float EXACT_WORD_BOOST = 0.01f;

  private static final float TITLE_BOOST = 3f;
  private static final float TITLE_BIGRAM_BOOST = 0.4f;
  private static final float BIGRAM_BOOST = 0.3f;
  private static final float YEAR_BOOST = 4f;
  private static final float YEAR_IN_TEXT_BOOST = 0.2f;
  private static final int MAX_WORDS = 40;
  private static final int MAX_BIGRAMS = 32;

  private final WordQueryFactory wordQueries;

  FreeTextQueryFactory(WordQueryFactory wordQueries) {
    this.wordQueries = wordQueries;
  }

  /** Matches rows with all words and years of the text, or with the text itself. */
  Query allWordsQuery(SearchScope scope, FreeText text) {
    Query exact = ExactStringQueryFactory.createContainsQuery(TextField.NGRAMS, scope, text.text());
    if (text.words().isEmpty() && text.years().isEmpty()) {
      return exact;
    }
    BooleanQuery.Builder alternatives = new BooleanQuery.Builder();
    alternatives.add(requiredWordsQuery(scope, text), BooleanClause.Occur.SHOULD);
    if (String.join("", text.pieces()).length() > 1) {
      float boost = text.pieces().equals(text.words()) ? EXACT_WORD_BOOST : EXACT_BOOST;
      alternatives.add(new BoostQuery(exact, boost), BooleanClause.Occur.SHOULD);
    }
    BooleanQuery.Builder boosted = new BooleanQuery.Builder();
    boosted.add(alternatives.build(), BooleanClause.Occur.MUST);
    addTitleBoosts(scope, List.of(text), boosted);
    return boosted.build();
  }

  private Query requiredWordsQuery(SearchScope scope, FreeText text) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    text.words().stream()
        .distinct()
        .forEach(word -> all.add(wordQueries.wordQuery(scope, word), BooleanClause.Occur.MUST));
    text.years().forEach(year -> all.add(yearQuery(scope, year), BooleanClause.Occur.MUST));
    return all.build();
  }

  /**
   * Matches rows with at least half of the significant words or of the bigrams of Chinese
   * characters, of which the first {@link #MAX_WORDS} and {@link #MAX_BIGRAMS} are counted. A text
   * of only numbers or single letters matches nothing.
   */
  Query partialMatchQuery(SearchScope scope, List<FreeText> texts) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    either.add(halfOfWordsQuery(scope, texts), BooleanClause.Occur.SHOULD);
    either.add(halfOfBigramsQuery(scope, texts), BooleanClause.Occur.SHOULD);
    BooleanQuery.Builder boosted = new BooleanQuery.Builder();
    boosted.add(either.build(), BooleanClause.Occur.MUST);
    texts.stream()
        .flatMap(text -> text.years().stream())
        .forEach(year -> boosted.add(yearQuery(scope, year), BooleanClause.Occur.SHOULD));
    addTitleBoosts(scope, texts, boosted);
    return boosted.build();
  }

  private Query halfOfWordsQuery(SearchScope scope, List<FreeText> texts) {
    List<String> distinct =
        texts.stream()
            .flatMap(text -> text.words().stream())
            .filter(FreeTextQueryFactory::isSignificant)
            .distinct()
            .limit(MAX_WORDS)
            .toList();
    if (distinct.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    distinct.forEach(
        word -> query.add(wordQueries.wordQuery(scope, word), BooleanClause.Occur.SHOULD));
    return query.setMinimumNumberShouldMatch((distinct.size() + 1) / 2).build();
  }

  private static boolean isSignificant(String word) {
    return word.codePoints().anyMatch(Character::isIdeographic)
        || word.codePoints().filter(Character::isLetter).count() > 1;
  }

  private static Query halfOfBigramsQuery(SearchScope scope, List<FreeText> texts) {
    List<String> pairs =
        bigrams(texts).stream()
            .filter(p -> p.codePoints().allMatch(Character::isIdeographic))
            .toList();
    if (pairs.isEmpty()) {
      return new MatchNoDocsQuery("no pairs");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String pair : pairs) {
      Query term = new TermQuery(new Term(TextField.NGRAMS.fieldName(scope), pair));
      query.add(new BoostQuery(term, BIGRAM_BOOST), BooleanClause.Occur.SHOULD);
    }
    return query.setMinimumNumberShouldMatch((pairs.size() + 1) / 2).build();
  }

  /** Adds optional clauses for titles that contain a piece of the text or its bigrams. */
  private static void addTitleBoosts(
      SearchScope scope, List<FreeText> texts, BooleanQuery.Builder builder) {
    Set<String> pieces = new HashSet<>();
    for (FreeText text : texts) {
      pieces.addAll(text.pieces());
      for (String piece : text.pieces()) {
        if (piece.length() > 1) {
          Query title =
              ExactStringQueryFactory.createFoldedContainsQuery(
                  TextField.TITLE_NGRAMS, scope, piece);
          builder.add(
              new BoostQuery(new ConstantScoreQuery(title), TITLE_BOOST),
              BooleanClause.Occur.SHOULD);
        }
      }
    }
    for (String pair : bigrams(texts)) {
      if (!pieces.contains(pair)) {
        Query query = new TermQuery(new Term(TextField.TITLE_NGRAMS.fieldName(scope), pair));
        builder.add(new BoostQuery(query, TITLE_BIGRAM_BOOST), BooleanClause.Occur.SHOULD);
      }
    }
  }

  private static List<String> bigrams(List<FreeText> texts) {
    List<String> pairs = new ArrayList<>();
    for (FreeText text : texts) {
      for (String piece : text.pieces()) {
        int[] points = piece.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
          pairs.add(new String(points, i, 2));
        }
      }
    }
    return pairs.stream().distinct().limit(MAX_BIGRAMS).toList();
  }

  /** Matches rows of documents of a year, and rows that mention it. */
  private Query yearQuery(SearchScope scope, FreeText.Year year) {
    Term documentYear =
        new Term(FieldNames.facet(FacetDimension.YEAR), Integer.toString(year.value()));
    Query written =
        ExactStringQueryFactory.createContainsQuery(TextField.NGRAMS, scope, year.spelling());
    return new BooleanQuery.Builder()
        .add(
            new BoostQuery(new ConstantScoreQuery(new TermQuery(documentYear)), YEAR_BOOST),
            BooleanClause.Occur.SHOULD)
        .add(
            new BoostQuery(new ConstantScoreQuery(written), YEAR_IN_TEXT_BOOST),
            BooleanClause.Occur.SHOULD)
        .build();
  }
}
