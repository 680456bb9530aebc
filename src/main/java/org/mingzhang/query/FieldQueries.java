package org.mingzhang.query;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.NumberField;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Queries on the fields that a query may name; tells where a scope has no such field. */
final class FieldQueries {
  private static final Map<String, String> MET_NAMES =
      Map.of("达标", "met", "完成", "met", "未达标", "missed", "未完成", "missed", "无法判断", "unknown");

  private final Scope scope;
  private final WordQueries words;
  private final IndexVocabulary values;
  private final List<QueryNotice> notices;

  /** Queries on the rows of a scope; what cannot be done is added to the notices. */
  FieldQueries(Scope scope, WordQueries words, IndexVocabulary values, List<QueryNotice> notices) {
    this.scope = scope;
    this.words = words;
    this.values = values;
    this.notices = notices;
  }

  /** The text that a field must hold, empty for none. */
  static String text(QueryNode value) {
    return switch (value) {
      case QueryNode.Words run -> run.text();
      case QueryNode.Phrase phrase -> phrase.text();
      case QueryNode.Wildcard wildcard -> wildcard.text().replace("*", "").replace("?", "");
      default -> "";
    };
  }

  /**
   * Finds rows whose field holds a text.
   *
   * @param text as typed
   * @param exact whether nothing but the text will do; else its words will, or what they mean,
   *     where no value of a facet holds the text itself
   */
  Query query(QueryField field, String text, boolean exact) {
    Dimension dimension = field.dimension();
    if (dimension != null) {
      return facet(field, dimension, SearchNormalizer.fold(text), exact);
    }
    TextField pairs = Objects.requireNonNull(field.text());
    return inScope(field) ? contains(pairs, text) : nowhere(field);
  }

  /** Also finds ≥95 where {@code >=95} was typed: forms print the one sign, keyboards have two. */
  private Query contains(TextField pairs, String text) {
    String printed = text.replace(">=", "≥").replace("<=", "≤");
    Query typed = ExactQueries.contains(pairs, scope, text);
    return printed.equals(text)
        ? typed
        : new BooleanQuery.Builder()
            .add(typed, BooleanClause.Occur.SHOULD)
            .add(ExactQueries.contains(pairs, scope, printed), BooleanClause.Occur.SHOULD)
            .build();
  }

  private Query facet(QueryField field, Dimension dimension, String folded, boolean exact) {
    if (!inScope(field)) {
      return nowhere(field);
    }
    String wanted = dimension == Dimension.MET ? MET_NAMES.getOrDefault(folded, folded) : folded;
    List<String> found =
        dimension == Dimension.MET
            ? List.of(wanted.toLowerCase(Locale.ROOT))
            : holding(dimension, wanted, exact);
    if (found.isEmpty()) {
      return new MatchNoDocsQuery("no value of " + field.id() + " holds " + folded);
    }
    return new ConstantScoreQuery(
        new TermInSetQuery(
            FieldNames.facet(dimension), found.stream().map(BytesRef::new).toList()));
  }

  /** The values that hold a text, or else all its words or what they mean. */
  private List<String> holding(Dimension dimension, String folded, boolean exact) {
    List<String> whole = values.holding(dimension, folded);
    if (exact || !whole.isEmpty() || values.heldElsewhere(dimension, folded)) {
      return whole;
    }
    List<List<String>> parts = words.words(folded).stream().map(words::meanings).toList();
    return parts.isEmpty()
        ? List.of()
        : values.matching(
            dimension,
            value -> parts.stream().allMatch(any -> any.stream().anyMatch(value::contains)));
  }

  /** Finds rows whose number is within a range. */
  Query range(QueryNode.Range range) {
    NumberField number = Objects.requireNonNull(range.field().number());
    if (!inScope(range.field())) {
      return nowhere(range.field());
    }
    long from = range.from() == null ? Long.MIN_VALUE : bound(number, range.from());
    long to = range.to() == null ? Long.MAX_VALUE : bound(number, range.to());
    if (range.from() != null && !range.fromIncluded()) {
      from++;
    }
    if (range.to() != null && !range.toIncluded()) {
      to--;
    }
    return from > to
        ? new MatchNoDocsQuery("empty range")
        : new ConstantScoreQuery(LongField.newRangeQuery(number.fieldName(), from, to));
  }

  private static long bound(NumberField number, BigDecimal value) {
    return number.toLong(value);
  }

  /** Whether rows of the scope have the field. */
  boolean inScope(QueryField field) {
    return has(scope, field);
  }

  private static boolean has(Scope scope, QueryField field) {
    Dimension dimension = field.dimension();
    if (dimension != null) {
      return FieldNames.dimensions(scope).contains(dimension);
    }
    return switch (field) {
      case AMOUNT, ITEM -> scope == Scope.FIGURES || scope == Scope.FACTS;
      case SCORE, WEIGHT, LOST, TARGET -> scope == Scope.INDICATORS;
      case GAP, GAP_PERCENT -> scope == Scope.FINDINGS || scope == Scope.INDICATORS;
      default -> true;
    };
  }

  private Query nowhere(QueryField field) {
    Scope other =
        Stream.concat(Scope.offered().stream(), Arrays.stream(Scope.values()))
            .filter(s -> has(s, field))
            .findFirst()
            .orElse(scope);
    notices.add(QueryNotices.notInScope(field, other));
    return new MatchNoDocsQuery("no field " + field.id() + " in " + scope.id());
  }
}
