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
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/**
 * Queries for words: heading, headings above, document and text weighed as one field (BM25F).
 *
 * <p>Thread safe; holds HanLP's tables, so one is shared by all searches.
 */
public final class WordQueries {
  private static final float LESSER_WEIGHT = 0.6f;

  private final Analyzer analyzer = TextAnalyzers.queryWords();
  private final QuestionFillers asides = new QuestionFillers();
  private final Synonyms synonyms;
  private final BitSetProducer documents =
      new QueryBitSetProducer(new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS)));

  /** Made when it is first asked for. */
  private static final class Standard {
    private static final WordQueries QUERIES = new WordQueries(Synonyms.standard());
  }

  /** The one that all searches of a process share. */
  public static WordQueries standard() {
    return Standard.QUERIES;
  }

  /** Word queries with these synonyms. */
  public WordQueries(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  /** The words of a text, in order. */
  public List<String> words(String text) {
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
   * Finds documents that a query on documents finds, or one of whose sections another finds. Lucene
   * fails where the other finds a document's own row, as one for a year does: it is held to
   * sections.
   */
  Query documentOrSection(Query document, Query section) {
    return new BooleanQuery.Builder()
        .add(document, BooleanClause.Occur.SHOULD)
        .add(
            new ToParentBlockJoinQuery(
                ScopeBound.bind(section, Scope.SECTIONS), documents, ScoreMode.Max),
            BooleanClause.Occur.SHOULD)
        .build();
  }

  /** A word, those that mean the same, and those that may be meant. */
  List<String> meanings(String word) {
    return Stream.concat(synonyms.of(word).stream(), synonyms.related(word).stream()).toList();
  }

  /** Whether a run has nothing but words by which people only ask. */
  boolean onlyAsks(String text) {
    TypedText run = TypedText.of(text, this::words);
    return run.years().isEmpty()
        && !run.words().isEmpty()
        && run.words().stream().allMatch(asides::contains);
  }

  /** Reads a run of text; where it has no words but those that only ask, these count. */
  TypedText read(String text) {
    TypedText all = TypedText.of(text, this::words);
    List<String> telling = all.words().stream().filter(w -> !asides.contains(w)).toList();
    return telling.isEmpty() && all.years().isEmpty()
        ? all
        : new TypedText(text, all.pieces(), telling, all.years());
  }

  /** One word with its synonyms. */
  Query word(Scope scope, String word) {
    List<Query> meanings = new ArrayList<>();
    synonyms.of(word).forEach(same -> meanings.add(meaning(scope, same)));
    synonyms
        .related(word)
        .forEach(other -> meanings.add(new BoostQuery(meaning(scope, other), LESSER_WEIGHT)));
    return meanings.size() == 1 ? meanings.getFirst() : new DisjunctionMaxQuery(meanings, 0f);
  }

  private static Query meaning(Scope scope, String word) {
    return new TermQuery(new Term(TextField.WORDS.in(scope), word));
  }

  /** A word in Latin letters that may be misspelled. */
  Query fuzzy(Scope scope, String word, int edits, IndexVocabulary values) {
    String folded = SearchNormalizer.fold(word);
    String field = TextField.WORDS.in(scope);
    List<FuzzyWord> known = values.fuzzyWords(field, folded, edits);
    return known == null ? FuzzyWords.query(field, folded, edits) : FuzzyWords.query(field, known);
  }
}
