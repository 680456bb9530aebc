package org.mingzhang.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.NumberField;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Creates queries on named fields; adds a notice if the scope does not have the field. */
final class FieldQueryFactory {
  private static final Map<String, String> TARGET_RESULT_IDS =
      Map.of("达标", "met", "完成", "met", "未达标", "missed", "未完成", "missed", "无法判断", "unknown");

  private final SearchScope scope;
  private final WordQueryFactory wordQueries;
  private final IndexVocabulary vocabulary;
  private final List<QueryNotice> notices;

  /**
   * Creates a factory.
   *
   * @param notices receives a notice for each field that the scope does not have
   */
  FieldQueryFactory(
      SearchScope scope,
      WordQueryFactory wordQueries,
      IndexVocabulary vocabulary,
      List<QueryNotice> notices) {
    this.scope = scope;
    this.wordQueries = wordQueries;
    this.vocabulary = vocabulary;
    this.notices = notices;
  }

  /**
   * The text to search for in a field, without wildcards; empty if the value is not a word, phrase
   * or pattern.
   */
  static String toSearchText(QueryNode value) {
    return switch (value) {
      case QueryNode.Words run -> run.text();
      case QueryNode.Phrase phrase -> phrase.text();
      case QueryNode.Wildcard wildcard -> wildcard.text().replace("*", "").replace("?", "");
      default -> "";
    };
  }

  /**
   * Matches rows whose field contains a text; of {@link QueryField#MET}, rows with the result that
   * the text names. In a scope without the field, matches nothing and adds a notice.
   *
   * @param field a text field or facet
   * @param text the text as typed
   * @param requiresTextItself whether the text itself is required; otherwise, if no facet value
   *     contains it, values that contain all its words or their synonyms match
   */
  Query fieldQuery(QueryField field, String text, boolean requiresTextItself) {
    FacetDimension dimension = field.dimension();
    if (dimension != null) {
      return facetQuery(field, dimension, SearchNormalizer.fold(text), requiresTextItself);
    }
    TextField textField = Objects.requireNonNull(field.text());
    return isInScope(field) ? createContainsQuery(textField, text) : fieldNotInScopeQuery(field);
  }

  /**
   * Creates a query for text that contains a string; for a typed {@code >=} also {@code ≥}, because
   * forms print the single character.
   */
  private Query createContainsQuery(TextField textField, String text) {
    String printed = text.replace(">=", "≥").replace("<=", "≤");
    Query typed = ExactStringQueryFactory.createContainsQuery(textField, scope, text);
    return printed.equals(text)
        ? typed
        : new BooleanQuery.Builder()
            .add(typed, BooleanClause.Occur.SHOULD)
            .add(
                ExactStringQueryFactory.createContainsQuery(textField, scope, printed),
                BooleanClause.Occur.SHOULD)
            .build();
  }

  private Query facetQuery(
      QueryField field, FacetDimension dimension, String folded, boolean requiresTextItself) {
    if (!isInScope(field)) {
      return fieldNotInScopeQuery(field);
    }
    String value =
        dimension == FacetDimension.TARGET_RESULT
            ? TARGET_RESULT_IDS.getOrDefault(folded, folded)
            : folded;
    List<String> values =
        dimension == FacetDimension.TARGET_RESULT
            ? List.of(value.toLowerCase(Locale.ROOT))
            : matchingValues(dimension, value, requiresTextItself);
    if (values.isEmpty()) {
      return new MatchNoDocsQuery("no value of " + field.id() + " holds " + folded);
    }
    return new ConstantScoreQuery(
        new TermInSetQuery(
            FieldNames.facet(dimension), values.stream().map(BytesRef::new).toList()));
  }

  /**
   * The values that contain a text; if there are none, the values that contain all its words or
   * their synonyms.
   */
  private List<String> matchingValues(
      FacetDimension dimension, String folded, boolean requiresTextItself) {
    List<String> containing = vocabulary.valuesContaining(dimension, folded);
    if (requiresTextItself
        || !containing.isEmpty()
        || vocabulary.isContainedInValueOfAnyShard(dimension, folded)) {
      return containing;
    }
    List<List<String>> alternatives =
        wordQueries.segmentIntoWords(folded).stream()
            .map(wordQueries::withSynonymsAndRelatedTerms)
            .toList();
    return alternatives.isEmpty()
        ? List.of()
        : vocabulary.valuesMatching(
            dimension,
            value -> alternatives.stream().allMatch(any -> any.stream().anyMatch(value::contains)));
  }

  /**
   * Matches rows whose number is in a range. Included bounds are rounded to the precision of the
   * index; an excluded one with more decimals lies between two indexed numbers. In a scope without
   * the field, matches nothing and adds a notice.
   */
  Query rangeQuery(QueryNode.Range range) {
    NumberField number = Objects.requireNonNull(range.field().number());
    if (!isInScope(range.field())) {
      return fieldNotInScopeQuery(range.field());
    }
    long lower = lowestNumber(number, range);
    long upper = highestNumber(number, range);
    return lower > upper
        ? new MatchNoDocsQuery("empty range")
        : new ConstantScoreQuery(LongField.newRangeQuery(number.fieldName(), lower, upper));
  }

  private static long lowestNumber(NumberField number, QueryNode.Range range) {
    BigDecimal from = range.lowerBound();
    if (from == null) {
      return Long.MIN_VALUE;
    }
    return range.fromIncluded() ? number.toLong(from) : number.toLong(from, RoundingMode.FLOOR) + 1;
  }

  private static long highestNumber(NumberField number, QueryNode.Range range) {
    BigDecimal to = range.upperBound();
    if (to == null) {
      return Long.MAX_VALUE;
    }
    return range.toIncluded() ? number.toLong(to) : number.toLong(to, RoundingMode.CEILING) - 1;
  }

  /** Whether rows of the scope have the field. */
  boolean isInScope(QueryField field) {
    return hasField(scope, field);
  }

  private static boolean hasField(SearchScope scope, QueryField field) {
    FacetDimension dimension = field.dimension();
    if (dimension != null) {
      return FieldNames.dimensions(scope).contains(dimension);
    }
    return switch (field) {
      case AMOUNT, ITEM -> scope == SearchScope.FIGURES || scope == SearchScope.FACTS;
      case COMPLETION, GROWTH, SHARE -> scope == SearchScope.FACTS;
      case SCORE, WEIGHT, LOST, TARGET -> scope == SearchScope.INDICATORS;
      case GAP, GAP_PERCENT -> scope == SearchScope.FINDINGS || scope == SearchScope.INDICATORS;
      default -> true;
    };
  }

  /** Matches nothing; adds a notice that names a scope with the field. */
  private Query fieldNotInScopeQuery(QueryField field) {
    List<SearchScope> scopes =
        SearchScope.offeredScopes().stream().filter(s -> hasField(s, field)).toList();
    notices.add(
        QueryNotices.notInScope(field, scopes.isEmpty() ? List.of(SearchScope.FIGURES) : scopes));
    return new MatchNoDocsQuery("no field " + field.id() + " in " + scope.id());
  }
}
