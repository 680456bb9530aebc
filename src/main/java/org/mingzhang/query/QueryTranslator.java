package org.mingzhang.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.NumberField;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Turns the tree of a query into a query for Lucene on one scope; used once for one query. */
public final class QueryTranslator {
  private static final Map<String, String> MET_NAMES =
      Map.of("达标", "met", "完成", "met", "未达标", "missed", "未完成", "missed", "无法判断", "unknown");

  private final Scope scope;
  private final WordQueries words;
  private final FacetValues values;
  private final List<MatchPattern> matches = new ArrayList<>();
  private final List<QueryNotice> notices = new ArrayList<>();
  private boolean negative;

  private QueryTranslator(Scope scope, WordQueries words, FacetValues values) {
    this.scope = scope;
    this.words = words;
    this.values = values;
  }

  /** Translates a tree. */
  public static TranslatedQuery translate(
      QueryNode node, Scope scope, WordQueries words, FacetValues values) {
    QueryTranslator translator = new QueryTranslator(scope, words, values);
    Query query = translator.query(node);
    return new TranslatedQuery(
        ScopeBound.bind(query, scope), translator.matches, translator.notices);
  }

  private Query query(QueryNode node) {
    return switch (node) {
      case QueryNode.Everything all -> everything();
      case QueryNode.Words run -> words(run.text());
      case QueryNode.Phrase phrase -> phrase(phrase.text());
      case QueryNode.Near near -> near(near);
      case QueryNode.Wildcard wildcard -> wildcard(wildcard.text());
      case QueryNode.Fuzzy fuzzy ->
          inText(where -> words.fuzzy(where, fuzzy.text(), fuzzy.edits()));
      case QueryNode.InField field -> inField(field.field(), field.value());
      case QueryNode.Range range -> range(range);
      case QueryNode.Not not -> not(List.of(not.node()), new BooleanQuery.Builder());
      case QueryNode.And and -> and(and.nodes());
      case QueryNode.Or or -> or(or.nodes());
    };
  }

  private Query everything() {
    return new ConstantScoreQuery(new TermQuery(FieldNames.scopeTerm(scope)));
  }

  private Query words(String text) {
    List<String> split = words.words(text);
    if (split.isEmpty()) {
      return phrase(text);
    }
    for (String word : split) {
      words.meanings(word).forEach(meaning -> show(meaning, false));
    }
    show(SearchNormalizer.fold(text), false);
    return inText(where -> words.run(where, text, split));
  }

  private Query phrase(String text) {
    if (SearchNormalizer.fold(text).isEmpty()) {
      return everything();
    }
    SearchNormalizer.variants(text).forEach(reading -> show(reading, true));
    return inText(where -> ExactQueries.contains(TextField.PAIRS, where, text));
  }

  /** A query on the text of a row; a document's text is that of its sections. */
  private Query inText(Function<Scope, Query> text) {
    Query own = text.apply(scope);
    return scope == Scope.DOCUMENTS
        ? words.documentOrSection(own, text.apply(Scope.SECTIONS))
        : own;
  }

  private Query near(QueryNode.Near near) {
    List<String> pieces =
        java.util.Arrays.stream(near.text().split("\\s+"))
            .map(SearchNormalizer::fold)
            .filter(piece -> !piece.isEmpty())
            .toList();
    if (pieces.size() < 2) {
      return phrase(near.text());
    }
    pieces.forEach(piece -> show(piece, true));
    return inText(where -> GappedQueries.near(where, pieces, near.distance()));
  }

  private Query wildcard(String text) {
    List<String> pieces = GappedQueries.pieces(text);
    if (pieces.size() < 2) {
      return phrase(text.replaceAll("[*?]", ""));
    }
    if (!negative) {
      matches.add(new MatchPattern.Gapped(GappedQueries.regex(text)));
    }
    return inText(where -> GappedQueries.wildcard(where, text));
  }

  private Query inField(QueryField field, QueryNode value) {
    String text =
        switch (value) {
          case QueryNode.Words run -> run.text();
          case QueryNode.Phrase phrase -> phrase.text();
          case QueryNode.Wildcard wildcard -> wildcard.text().replaceAll("[*?]", "");
          default -> "";
        };
    String folded = SearchNormalizer.fold(text);
    if (folded.isEmpty()) {
      return everything();
    }
    Dimension dimension = field.dimension();
    if (dimension != null) {
      return facet(field, dimension, folded);
    }
    TextField pairs = Objects.requireNonNull(field.text());
    if (!inScope(field)) {
      return nowhere(field);
    }
    show(folded, true);
    return ExactQueries.contains(pairs, scope, text);
  }

  private Query facet(QueryField field, Dimension dimension, String folded) {
    if (!FieldNames.dimensions(scope).contains(dimension)) {
      return nowhere(field);
    }
    String wanted = dimension == Dimension.MET ? MET_NAMES.getOrDefault(folded, folded) : folded;
    List<String> found =
        dimension == Dimension.MET
            ? List.of(wanted.toLowerCase(Locale.ROOT))
            : values.matching(dimension, value -> value.contains(wanted));
    if (found.isEmpty()) {
      return new MatchNoDocsQuery("no value of " + field.id() + " holds " + folded);
    }
    return new ConstantScoreQuery(
        new TermInSetQuery(
            FieldNames.facet(dimension), found.stream().map(BytesRef::new).toList()));
  }

  private Query range(QueryNode.Range range) {
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

  private boolean inScope(QueryField field) {
    return switch (field) {
      case AMOUNT, ITEM -> scope == Scope.FIGURES;
      case SCORE, WEIGHT, LOST, TARGET -> scope == Scope.INDICATORS;
      default -> true;
    };
  }

  private Query nowhere(QueryField field) {
    notices.add(QueryNotices.notInScope(field));
    return new MatchNoDocsQuery("no field " + field.id() + " in " + scope.id());
  }

  private Query and(List<QueryNode> nodes) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<QueryNode> forbidden = new ArrayList<>();
    boolean required = false;
    for (QueryNode node : nodes) {
      if (node instanceof QueryNode.Not not) {
        forbidden.add(not.node());
      } else {
        all.add(query(node), BooleanClause.Occur.MUST);
        required = true;
      }
    }
    if (forbidden.isEmpty()) {
      return all.build();
    }
    return required ? without(forbidden, all) : not(forbidden, all);
  }

  private Query not(List<QueryNode> forbidden, BooleanQuery.Builder into) {
    into.add(everything(), BooleanClause.Occur.MUST);
    return without(forbidden, into);
  }

  private Query without(List<QueryNode> forbidden, BooleanQuery.Builder into) {
    boolean before = negative;
    negative = !before;
    forbidden.forEach(node -> into.add(query(node), BooleanClause.Occur.MUST_NOT));
    negative = before;
    return into.build();
  }

  private Query or(List<QueryNode> nodes) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    nodes.forEach(node -> any.add(query(node), BooleanClause.Occur.SHOULD));
    return any.build();
  }

  private void show(String folded, boolean exact) {
    if (!negative && !folded.isEmpty()) {
      matches.add(new MatchPattern.Literal(folded, exact));
    }
  }
}
