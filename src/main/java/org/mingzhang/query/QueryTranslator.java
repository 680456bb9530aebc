package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Translates a syntax tree into a Lucene query for one scope; an instance translates one query. */
public final class QueryTranslator {
  /**
   * Maximum number of clauses of a Lucene query, which this class sets for the whole process when
   * it is loaded. The longest query has 128 nodes of up to some dozens of clauses each, and twice
   * as many in the scope of documents; Lucene's default limit is 1,024.
   */
  static final int MAX_CLAUSES = 32_768;

  /** Maximum number of single characters in the patterns of one query. */
  private static final int MAX_SINGLE_CHARACTERS = 48;

  static {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
  }

  /** Maximum length, in characters, of a text that cannot be relaxed to parts of it. */
  private static final int MAX_INDIVISIBLE_LENGTH = 3;

  private final SearchScope scope;
  private final WordQueryFactory wordQueries;
  private final FreeTextQueryFactory freeTextQueries;
  private final FieldQueryFactory fieldQueries;
  private final IndexVocabulary vocabulary;
  private final List<MatchPattern> matchPatterns = new ArrayList<>();
  private final List<QueryNotice> notices = new ArrayList<>();
  private boolean insideNegation;
  private int singleCharacterCount;

  private QueryTranslator(
      SearchScope scope, WordQueryFactory wordQueries, IndexVocabulary vocabulary) {
    this.scope = scope;
    this.wordQueries = wordQueries;
    this.vocabulary = vocabulary;
    this.freeTextQueries = new FreeTextQueryFactory(wordQueries);
    this.fieldQueries = new FieldQueryFactory(scope, wordQueries, vocabulary, notices);
  }

  /** Translates a syntax tree. */
  public static TranslatedQuery translate(
      QueryNode node, SearchScope scope, WordQueryFactory wordQueries, IndexVocabulary vocabulary) {
    QueryTranslator translator = new QueryTranslator(scope, wordQueries, vocabulary);
    Query query = translator.toLucene(node);
    return new TranslatedQuery(
        BoostedConjunctionQuery.optimize(ScopeFilter.restrict(query, scope)),
        translator.matchPatterns,
        translator.notices);
  }

  /**
   * Translates a query that matched nothing into one that requires only a part of its words, with a
   * notice; other clauses, such as phrases and fields, stay required. Empty unless {@link
   * #canLoosen}.
   */
  public static Optional<TranslatedQuery> translatePartial(
      QueryNode node, SearchScope scope, WordQueryFactory wordQueries, IndexVocabulary vocabulary) {
    List<FreeText> texts = freeTexts(node, wordQueries);
    if (!hasSeveralParts(texts)) {
      return Optional.empty();
    }
    List<QueryNode> rest =
        conjuncts(node).stream().filter(part -> !(part instanceof QueryNode.Words)).toList();
    QueryTranslator translator = new QueryTranslator(scope, wordQueries, vocabulary);
    return Optional.of(translator.partialMatchQuery(texts, rest));
  }

  /** Whether the query needs an {@link IndexVocabulary} for its translation. */
  public static boolean needsVocabulary(QueryNode node) {
    return switch (node) {
      case QueryNode.Fuzzy fuzzy -> true;
      case QueryNode.InField field -> field.field().dimension() != null;
      case QueryNode.Not not -> needsVocabulary(not.node());
      case QueryNode.And and -> and.nodes().stream().anyMatch(QueryTranslator::needsVocabulary);
      case QueryNode.Or or -> or.nodes().stream().anyMatch(QueryTranslator::needsVocabulary);
      default -> false;
    };
  }

  /**
   * Whether a query can be relaxed to a part of its words: its free text has at least two words or
   * years, or a string of more than {@link #MAX_INDIVISIBLE_LENGTH} characters.
   */
  public static boolean canLoosen(QueryNode node, WordQueryFactory wordQueries) {
    return hasSeveralParts(freeTexts(node, wordQueries));
  }

  private static boolean hasSeveralParts(List<FreeText> texts) {
    int parts = texts.stream().mapToInt(text -> text.words().size() + text.years().size()).sum();
    return parts >= 2
        || texts.stream().anyMatch(text -> text.text().length() > MAX_INDIVISIBLE_LENGTH);
  }

  /**
   * The free-text parts of a query, analyzed: the parts that are not inside a disjunction, negation
   * or field.
   */
  private static List<FreeText> freeTexts(QueryNode node, WordQueryFactory wordQueries) {
    return conjuncts(node).stream()
        .filter(QueryNode.Words.class::isInstance)
        .map(part -> wordQueries.analyze(((QueryNode.Words) part).text()))
        .toList();
  }

  private static List<QueryNode> conjuncts(QueryNode node) {
    return node instanceof QueryNode.And and ? and.nodes() : List.of(node);
  }

  /**
   * A typed word and its query.
   *
   * @param word the word as it was segmented
   * @param query matches the rows of a scope that contain it
   */
  public record TypedWord(String word, Query query) {}

  /**
   * The distinct words of the free text of a query, in order and without filler words; words inside
   * quotation marks, fields, negations and disjunctions are left out. If no row has all of them,
   * {@link #translatePartial} may drop some.
   */
  public static List<TypedWord> typedWords(
      QueryNode node, SearchScope scope, WordQueryFactory wordQueries) {
    return conjuncts(node).stream()
        .filter(QueryNode.Words.class::isInstance)
        .flatMap(part -> wordQueries.analyze(((QueryNode.Words) part).text()).words().stream())
        .distinct()
        .map(word -> new TypedWord(word, wordQueries.wordQuery(scope, word)))
        .toList();
  }

  private TranslatedQuery partialMatchQuery(List<FreeText> texts, List<QueryNode> requiredNodes) {
    texts.forEach(this::addMatchPatterns);
    Query partial = textQuery(target -> freeTextQueries.partialMatchQuery(target, texts));
    notices.add(QueryNotices.SOME_WORDS);
    BooleanQuery.Builder conjunction = new BooleanQuery.Builder();
    conjunction.add(partial, BooleanClause.Occur.MUST);
    if (!requiredNodes.isEmpty()) {
      conjunction.add(andQuery(requiredNodes), BooleanClause.Occur.MUST);
    }
    return new TranslatedQuery(
        ScopeFilter.restrict(conjunction.build(), scope), matchPatterns, notices);
  }

  private Query toLucene(QueryNode node) {
    return switch (node) {
      case QueryNode.Everything all -> allRowsQuery();
      case QueryNode.Words run -> freeTextQuery(run.text());
      case QueryNode.Phrase phrase -> phraseQuery(phrase.text());
      case QueryNode.Near near -> nearQuery(near);
      case QueryNode.Wildcard wildcard -> wildcardQuery(wildcard.text());
      case QueryNode.Fuzzy fuzzy ->
          textQuery(
              target -> wordQueries.fuzzyQuery(target, fuzzy.text(), fuzzy.edits(), vocabulary));
      case QueryNode.InField field -> fieldQuery(field.field(), field.value());
      case QueryNode.Range range -> fieldQueries.rangeQuery(range);
      case QueryNode.Not not -> notQuery(List.of(not.node()), new BooleanQuery.Builder());
      case QueryNode.And and -> andQuery(and.nodes());
      case QueryNode.Or or -> orQuery(or.nodes());
    };
  }

  private Query allRowsQuery() {
    return new ConstantScoreQuery(new TermQuery(FieldNames.scopeTerm(scope)));
  }

  private Query freeTextQuery(String typed) {
    FreeText text = wordQueries.analyze(typed);
    if (text.words().isEmpty() && text.years().isEmpty()) {
      return phraseQuery(typed);
    }
    addMatchPatterns(text);
    return textQuery(target -> freeTextQueries.allWordsQuery(target, text));
  }

  private void addMatchPatterns(FreeText text) {
    for (String word : text.words()) {
      wordQueries
          .withSynonymsAndRelatedTerms(word)
          .forEach(meaning -> addMatchPattern(meaning, false));
    }
    text.years().forEach(year -> addMatchPattern(year.spelling(), false));
    addMatchPattern(SearchNormalizer.fold(text.text()), false);
  }

  private Query phraseQuery(String text) {
    if (SearchNormalizer.fold(text).isEmpty()) {
      return allRowsQuery();
    }
    SearchNormalizer.findVariants(text).forEach(reading -> addMatchPattern(reading, true));
    return textQuery(
        target -> ExactStringQueryFactory.createContainsQuery(TextField.NGRAMS, target, text));
  }

  /** A query on the text of rows. For documents, it also searches the text of their sections. */
  private Query textQuery(Function<SearchScope, Query> queryForScope) {
    Query rowQuery = queryForScope.apply(scope);
    return scope == SearchScope.DOCUMENTS
        ? wordQueries.documentOrSectionQuery(rowQuery, queryForScope.apply(SearchScope.SECTIONS))
        : rowQuery;
  }

  private Query nearQuery(QueryNode.Near near) {
    List<String> pieces =
        java.util.Arrays.stream(near.text().split("\\s+"))
            .map(SearchNormalizer::fold)
            .filter(piece -> !piece.isEmpty())
            .distinct()
            .toList();
    if (pieces.size() < 2) {
      return phraseQuery(pieces.isEmpty() ? near.text() : pieces.getFirst());
    }
    if (countAndCheckSingleCharacters(pieces)) {
      return phraseQuery(near.text());
    }
    pieces.forEach(piece -> addMatchPattern(piece, true));
    return textQuery(target -> ProximityQueryFactory.nearQuery(target, pieces, near.distance()));
  }

  /**
   * Counts the strings of a single character. Returns whether the query has too many of them, and
   * adds a notice the first time.
   */
  private boolean countAndCheckSingleCharacters(List<String> pieces) {
    int outer = singleCharacterCount;
    singleCharacterCount += ProximityQueryFactory.countSingleCharacters(pieces);
    if (outer <= MAX_SINGLE_CHARACTERS && singleCharacterCount > MAX_SINGLE_CHARACTERS) {
      notices.add(QueryNotices.TAKEN_LITERALLY);
    }
    return singleCharacterCount > MAX_SINGLE_CHARACTERS;
  }

  private Query wildcardQuery(String text) {
    List<String> pieces = ProximityQueryFactory.literalParts(text);
    if (pieces.size() < 2) {
      return phraseQuery(text.replace("*", "").replace("?", ""));
    }
    if (countAndCheckSingleCharacters(pieces)) {
      return phraseQuery(text.replace("*", "").replace("?", ""));
    }
    if (!insideNegation) {
      matchPatterns.add(new MatchPattern.Wildcards(ProximityQueryFactory.highlightPattern(text)));
    }
    return textQuery(target -> ProximityQueryFactory.wildcardQuery(target, text));
  }

  private Query fieldQuery(QueryField field, QueryNode value) {
    String text = FieldQueryFactory.toSearchText(value);
    String folded = SearchNormalizer.fold(text);
    if (folded.isEmpty()) {
      return allRowsQuery();
    }
    if (field.dimension() == null && fieldQueries.isInScope(field)) {
      addMatchPattern(folded, true);
    }
    return fieldQueries.fieldQuery(field, text, value instanceof QueryNode.Phrase);
  }

  /**
   * The conjunction of nodes. Strings of only filler words are optional, unless nothing else is
   * required.
   */
  private Query andQuery(List<QueryNode> nodes) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<QueryNode> excluded = new ArrayList<>();
    List<QueryNode> fillers = new ArrayList<>();
    boolean required = false;
    for (QueryNode node : nodes) {
      if (node instanceof QueryNode.Not not) {
        excluded.add(not.node());
      } else if (node instanceof QueryNode.Words text && wordQueries.isOnlyFiller(text.text())) {
        fillers.add(text);
      } else {
        addRequired(all, toLucene(node));
        required = true;
      }
    }
    BooleanClause.Occur occur = required ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
    fillers.forEach(node -> all.add(toLucene(node), occur));
    required |= !fillers.isEmpty();
    if (excluded.isEmpty()) {
      return all.build();
    }
    return required ? buildWithExclusions(excluded, all) : notQuery(excluded, all);
  }

  /**
   * Adds a required query. A query with required clauses is merged into the conjunction, so that
   * its optional clauses are scored only for rows that match the whole conjunction.
   */
  public static void addRequired(BooleanQuery.Builder builder, Query query) {
    if (query instanceof BooleanQuery parts
        && parts.getMinimumNumberShouldMatch() == 0
        && parts.clauses().stream().anyMatch(BooleanClause::isRequired)) {
      parts.clauses().forEach(builder::add);
    } else {
      builder.add(query, BooleanClause.Occur.MUST);
    }
  }

  private Query notQuery(List<QueryNode> excluded, BooleanQuery.Builder builder) {
    builder.add(allRowsQuery(), BooleanClause.Occur.MUST);
    return buildWithExclusions(excluded, builder);
  }

  private Query buildWithExclusions(List<QueryNode> excluded, BooleanQuery.Builder builder) {
    boolean outer = insideNegation;
    insideNegation = !outer;
    excluded.forEach(
        node -> builder.add(new ComplementQuery(toLucene(node)), BooleanClause.Occur.FILTER));
    insideNegation = outer;
    return builder.build();
  }

  private Query orQuery(List<QueryNode> nodes) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    nodes.forEach(node -> any.add(toLucene(node), BooleanClause.Occur.SHOULD));
    return any.build();
  }

  private void addMatchPattern(String folded, boolean requiresTextItself) {
    if (!insideNegation && !folded.isEmpty()) {
      matchPatterns.add(new MatchPattern.Literal(folded, requiresTextItself));
    }
  }
}
