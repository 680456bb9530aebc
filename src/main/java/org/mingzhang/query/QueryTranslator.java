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
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/** Turns the tree of a query into a query for Lucene on one scope; used once for one query. */
public final class QueryTranslator {
  /**
   * Clauses that a query may have. The longest that is read has 128 nodes, each of up to some
   * dozens of clauses, twice that for documents; Lucene's own limit of 1,024 is for queries without
   * one.
   */
  static final int MOST_CLAUSES = 32_768;

  /** Characters that may stand alone in the patterns of one query. */
  private static final int MOST_SINGLE = 48;

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  /** Longest run of one word that is not searched by its parts. */
  private static final int SHORTEST_LOOSE = 3;

  private final Scope scope;
  private final WordQueries words;
  private final TypedTextQueries runs;
  private final FieldQueries fields;
  private final IndexVocabulary values;
  private final List<MatchPattern> matches = new ArrayList<>();
  private final List<QueryNotice> notices = new ArrayList<>();
  private boolean negative;
  private int single;

  private QueryTranslator(Scope scope, WordQueries words, IndexVocabulary values) {
    this.scope = scope;
    this.words = words;
    this.values = values;
    this.runs = new TypedTextQueries(words);
    this.fields = new FieldQueries(scope, words, values, notices);
  }

  /** Translates a tree. */
  public static TranslatedQuery translate(
      QueryNode node, Scope scope, WordQueries words, IndexVocabulary values) {
    QueryTranslator translator = new QueryTranslator(scope, words, values);
    Query query = translator.query(node);
    return new TranslatedQuery(
        BoostedConjunction.of(ScopeBound.bind(query, scope)),
        translator.matches,
        translator.notices);
  }

  /**
   * Translates a tree whose words found nothing together: rows with a good part of them will do.
   * Empty where there is nothing to choose from.
   */
  public static Optional<TranslatedQuery> translateLoosely(
      QueryNode node, Scope scope, WordQueries words, IndexVocabulary values) {
    List<TypedText> typed = typed(node, words);
    if (!choosable(typed)) {
      return Optional.empty();
    }
    List<QueryNode> rest =
        parts(node).stream().filter(part -> !(part instanceof QueryNode.Words)).toList();
    QueryTranslator translator = new QueryTranslator(scope, words, values);
    return Optional.of(translator.loosely(typed, rest));
  }

  /** Whether translating a tree asks for what {@link IndexVocabulary} tells. */
  public static boolean asksIndex(QueryNode node) {
    return switch (node) {
      case QueryNode.Fuzzy fuzzy -> true;
      case QueryNode.InField field -> field.field().dimension() != null;
      case QueryNode.Not not -> asksIndex(not.node());
      case QueryNode.And and -> and.nodes().stream().anyMatch(QueryTranslator::asksIndex);
      case QueryNode.Or or -> or.nodes().stream().anyMatch(QueryTranslator::asksIndex);
      default -> false;
    };
  }

  /** Whether {@link #translateLoosely} has something to choose from. */
  public static boolean canLoosen(QueryNode node, WordQueries words) {
    return choosable(typed(node, words));
  }

  private static boolean choosable(List<TypedText> typed) {
    int parts = typed.stream().mapToInt(run -> run.words().size() + run.years().size()).sum();
    return parts >= 2 || typed.stream().anyMatch(run -> run.text().length() > SHORTEST_LOOSE);
  }

  /** The runs of text that are parts of a tree. */
  private static List<TypedText> typed(QueryNode node, WordQueries words) {
    return parts(node).stream()
        .filter(QueryNode.Words.class::isInstance)
        .map(run -> words.read(((QueryNode.Words) run).text()))
        .toList();
  }

  private static List<QueryNode> parts(QueryNode node) {
    return node instanceof QueryNode.And and ? and.nodes() : List.of(node);
  }

  /**
   * A word that was typed, and what finds the rows that have it.
   *
   * @param word the word as it was segmented
   * @param query finds rows of one scope
   */
  public record TypedWord(String word, Query query) {}

  /** The words of a tree, each once, as {@link #translateLoosely} chooses among them. */
  public static List<TypedWord> typedWords(QueryNode node, Scope scope, WordQueries words) {
    return parts(node).stream()
        .filter(QueryNode.Words.class::isInstance)
        .flatMap(run -> words.read(((QueryNode.Words) run).text()).words().stream())
        .distinct()
        .map(word -> new TypedWord(word, words.word(scope, word)))
        .toList();
  }

  private TranslatedQuery loosely(List<TypedText> typed, List<QueryNode> rest) {
    typed.forEach(this::show);
    Query some = inText(where -> runs.some(where, typed));
    notices.add(QueryNotices.SOME_WORDS);
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    both.add(some, BooleanClause.Occur.MUST);
    if (!rest.isEmpty()) {
      both.add(and(rest), BooleanClause.Occur.MUST);
    }
    return new TranslatedQuery(ScopeBound.bind(both.build(), scope), matches, notices);
  }

  private Query query(QueryNode node) {
    return switch (node) {
      case QueryNode.Everything all -> everything();
      case QueryNode.Words run -> words(run.text());
      case QueryNode.Phrase phrase -> phrase(phrase.text());
      case QueryNode.Near near -> near(near);
      case QueryNode.Wildcard wildcard -> wildcard(wildcard.text());
      case QueryNode.Fuzzy fuzzy ->
          inText(where -> words.fuzzy(where, fuzzy.text(), fuzzy.edits(), values));
      case QueryNode.InField field -> inField(field.field(), field.value());
      case QueryNode.Range range -> fields.range(range);
      case QueryNode.Not not -> not(List.of(not.node()), new BooleanQuery.Builder());
      case QueryNode.And and -> and(and.nodes());
      case QueryNode.Or or -> or(or.nodes());
    };
  }

  private Query everything() {
    return new ConstantScoreQuery(new TermQuery(FieldNames.scopeTerm(scope)));
  }

  private Query words(String text) {
    TypedText run = words.read(text);
    if (run.words().isEmpty() && run.years().isEmpty()) {
      return phrase(text);
    }
    show(run);
    return inText(where -> runs.all(where, run));
  }

  private void show(TypedText run) {
    for (String word : run.words()) {
      words.meanings(word).forEach(meaning -> show(meaning, false));
    }
    run.years().forEach(year -> show(year.written(), false));
    show(SearchNormalizer.fold(run.text()), false);
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
            .distinct()
            .toList();
    if (pieces.size() < 2) {
      return phrase(pieces.isEmpty() ? near.text() : pieces.getFirst());
    }
    if (tooMany(pieces)) {
      return phrase(near.text());
    }
    pieces.forEach(piece -> show(piece, true));
    return inText(where -> GappedQueries.near(where, pieces, near.distance()));
  }

  /** Whether more characters stand alone than one query may look for; says so once. */
  private boolean tooMany(List<String> pieces) {
    int before = single;
    single += GappedQueries.single(pieces);
    if (before <= MOST_SINGLE && single > MOST_SINGLE) {
      notices.add(QueryNotices.TAKEN_LITERALLY);
    }
    return single > MOST_SINGLE;
  }

  private Query wildcard(String text) {
    List<String> pieces = GappedQueries.pieces(text);
    if (pieces.size() < 2) {
      return phrase(text.replace("*", "").replace("?", ""));
    }
    if (tooMany(pieces)) {
      return phrase(text.replace("*", "").replace("?", ""));
    }
    if (!negative) {
      matches.add(new MatchPattern.Gapped(GappedQueries.regex(text)));
    }
    return inText(where -> GappedQueries.wildcard(where, text));
  }

  private Query inField(QueryField field, QueryNode value) {
    String text = FieldQueries.text(value);
    String folded = SearchNormalizer.fold(text);
    if (folded.isEmpty()) {
      return everything();
    }
    if (field.dimension() == null && fields.inScope(field)) {
      show(folded, true);
    }
    return fields.query(field, text, value instanceof QueryNode.Phrase);
  }

  private Query and(List<QueryNode> nodes) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<QueryNode> forbidden = new ArrayList<>();
    List<QueryNode> asking = new ArrayList<>();
    boolean required = false;
    for (QueryNode node : nodes) {
      if (node instanceof QueryNode.Not not) {
        forbidden.add(not.node());
      } else if (node instanceof QueryNode.Words run && words.onlyAsks(run.text())) {
        asking.add(run);
      } else {
        require(all, query(node));
        required = true;
      }
    }
    BooleanClause.Occur occur = required ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
    asking.forEach(node -> all.add(query(node), occur));
    required |= !asking.isEmpty();
    if (forbidden.isEmpty()) {
      return all.build();
    }
    return required ? without(forbidden, all) : not(forbidden, all);
  }

  /**
   * Requires a query. One that requires something itself is taken apart: what only lifts rows is
   * then looked at for rows that have everything, and not for all that have this part.
   */
  private static void require(BooleanQuery.Builder all, Query query) {
    if (query instanceof BooleanQuery parts
        && parts.getMinimumNumberShouldMatch() == 0
        && parts.clauses().stream().anyMatch(BooleanClause::isRequired)) {
      parts.clauses().forEach(all::add);
    } else {
      all.add(query, BooleanClause.Occur.MUST);
    }
  }

  private Query not(List<QueryNode> forbidden, BooleanQuery.Builder into) {
    into.add(everything(), BooleanClause.Occur.MUST);
    return without(forbidden, into);
  }

  private Query without(List<QueryNode> forbidden, BooleanQuery.Builder into) {
    boolean before = negative;
    negative = !before;
    forbidden.forEach(
        node -> into.add(new ComplementQuery(query(node)), BooleanClause.Occur.FILTER));
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
