package org.mingzhang.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.mingzhang.analysis.QuestionFillers;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.analysis.TextAnalyzers;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/**
 * Creates queries for words on the combined field of headings, document title and text (BM25F).
 *
 * <p>Thread safe. It holds the HanLP dictionaries, so one instance is shared by all searches.
 */
public final class WordQueryFactory {
  private static final float RELATED_TERM_BOOST = 0.6f;

  private final Analyzer analyzer = TextAnalyzers.queryWords();
  private final QuestionFillers fillers = new QuestionFillers();
  private final Synonyms synonyms;
  private final BitSetProducer documentRows =
      new QueryBitSetProducer(new TermQuery(FieldNames.scopeTerm(SearchScope.DOCUMENTS)));

  /** Creates the shared factory when it is first used. */
  private static final class LazyHolder {
    private static final WordQueryFactory INSTANCE = new WordQueryFactory(Synonyms.standard());
  }

  /** The factory with the standard synonyms, shared by all callers. */
  public static WordQueryFactory standard() {
    return LazyHolder.INSTANCE;
  }

  /**
   * Creates a factory with other synonyms than the standard ones; {@link #standard} suffices
   * otherwise.
   */
  public WordQueryFactory(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  /** Segments a text into normalized words, without stop words and punctuation. */
  public List<String> segmentIntoWords(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("words", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /**
   * Matches documents that match one query, or one of whose sections matches another. The section
   * query is restricted to sections, because a block join fails if the child query matches a parent
   * row.
   */
  Query documentOrSectionQuery(Query document, Query section) {
    return new BooleanQuery.Builder()
        .add(document, BooleanClause.Occur.SHOULD)
        .add(
            new ToParentBlockJoinQuery(
                ScopeFilter.restrict(section, SearchScope.SECTIONS), documentRows, ScoreMode.Max),
            BooleanClause.Occur.SHOULD)
        .build();
  }

  /** A word, its synonyms and related terms. */
  List<String> withSynonymsAndRelatedTerms(String word) {
    return Stream.concat(synonyms.expand(word).stream(), synonyms.findRelatedWords(word).stream())
        .toList();
  }

  /** Whether a text consists of filler words of questions only; false if it has no words. */
  boolean isOnlyFiller(String text) {
    FreeText run = FreeText.analyze(text, this::segmentIntoWords);
    return run.years().isEmpty()
        && !run.words().isEmpty()
        && run.words().stream().allMatch(fillers::contains);
  }

  /** Analyzes a text; filler words are dropped unless there are neither other words nor years. */
  FreeText analyze(String text) {
    FreeText all = FreeText.analyze(text, this::segmentIntoWords);
    List<String> significant = all.words().stream().filter(w -> !fillers.contains(w)).toList();
    return significant.isEmpty() && all.years().isEmpty()
        ? all
        : new FreeText(text, all.pieces(), significant, all.years());
  }

  /** A query for a word, its synonyms and, with a lower boost, related terms. */
  Query wordQuery(SearchScope scope, String word) {
    List<Query> meanings = new ArrayList<>();
    synonyms.expand(word).forEach(synonym -> meanings.add(termQuery(scope, synonym)));
    synonyms
        .findRelatedWords(word)
        .forEach(
            related -> meanings.add(new BoostQuery(termQuery(scope, related), RELATED_TERM_BOOST)));
    return meanings.size() == 1 ? meanings.getFirst() : new DisjunctionMaxQuery(meanings, 0f);
  }

  private static Query termQuery(SearchScope scope, String word) {
    return new TermQuery(new Term(TextField.WORDS.fieldName(scope), word));
  }

  /**
   * A fuzzy query for a Latin word. Uses the expansion over all shards if the vocabulary has it,
   * otherwise the expansion over the searched index.
   */
  Query fuzzyQuery(SearchScope scope, String word, int maxEdits, IndexVocabulary vocabulary) {
    String folded = SearchNormalizer.fold(word);
    String field = TextField.WORDS.fieldName(scope);
    List<FuzzyWord> expansion = vocabulary.fuzzyWords(field, folded, maxEdits);
    return expansion == null
        ? FuzzyExpansion.createQuery(field, folded, maxEdits)
        : FuzzyExpansion.createQuery(field, expansion);
  }
}
