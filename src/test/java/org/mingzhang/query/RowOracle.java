package org.mingzhang.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.schema.TextField;
import org.mingzhang.text.SearchNormalizer;

/**
 * Answers queries by reading every row: a row's words one by one, its text as a string. It shares
 * with the search how words are told apart and text is folded, and nothing else: no postings, no
 * positions, no blocks of rows.
 */
public final class RowOracle {
  private record Row(
      SearchScope scope,
      String id,
      String document,
      Set<String> words,
      List<String> texts,
      Document all) {
    List<String> values(String field) {
      return List.of(all.getValues(field));
    }
  }

  private final WordQueryFactory words;
  private final Analyzer analyzer = IndexSchema.analyzer();
  private final List<Row> rows = new ArrayList<>();

  /** Creates an oracle that segments text as the given word queries do. */
  public RowOracle(WordQueryFactory words) {
    this.words = words;
  }

  /** Adds the rows of a document. */
  public void add(List<Document> block) {
    for (Document row : block) {
      SearchScope scope =
          List.of(SearchScope.values()).stream()
              .filter(s -> s.id().equals(row.get(FieldNames.SCOPE)))
              .findFirst()
              .orElseThrow();
      Set<String> found = new HashSet<>();
      for (IndexableField field : row.getFields(TextField.WORDS.fieldName(scope))) {
        found.addAll(tokens(field));
      }
      List<String> texts = new ArrayList<>();
      for (String text : row.getValues(TextField.NGRAMS.fieldName(scope))) {
        texts.add(SearchNormalizer.fold(text));
      }
      rows.add(
          new Row(scope, row.get(FieldNames.ID), row.get(FieldNames.DOCUMENT), found, texts, row));
    }
  }

  private Set<String> tokens(IndexableField field) {
    Set<String> tokens = new HashSet<>();
    try (TokenStream stream = analyzer.tokenStream(field.name(), field.stringValue())) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  /** Ids of the rows of a scope that match all words of a query. */
  public Set<String> find(String query, SearchScope scope) {
    QueryNode node = QueryParser.parse(query).node();
    Set<String> ids = new TreeSet<>();
    rows.stream()
        .filter(row -> row.scope() == scope && holds(row, node))
        .forEach(row -> ids.add(row.id()));
    return ids;
  }

  private boolean holds(Row row, QueryNode node) {
    return switch (node) {
      case QueryNode.Everything all -> true;
      case QueryNode.Not not -> !holds(row, not.node());
      case QueryNode.And and -> telling(and.nodes()).stream().allMatch(each -> holds(row, each));
      case QueryNode.Or or -> or.nodes().stream().anyMatch(each -> holds(row, each));
      case QueryNode.InField field -> inField(row, field);
      case QueryNode.Range range -> range(row, range);
      case QueryNode.Words run -> anywhere(row, r -> run(r, run.text()));
      case QueryNode.Phrase phrase -> phrase(row, phrase.text());
      case QueryNode.Wildcard wildcard -> wildcard(row, wildcard.text());
      case QueryNode.Near near -> near(row, near);
      default -> throw new IllegalArgumentException("not answered here: " + node);
    };
  }

  /** Filler words count only if there are no others. */
  private List<QueryNode> telling(List<QueryNode> nodes) {
    List<QueryNode> rest =
        nodes.stream()
            .filter(n -> !(n instanceof QueryNode.Words run && words.isOnlyFiller(run.text())))
            .toList();
    return rest.stream().allMatch(QueryNode.Not.class::isInstance) ? nodes : rest;
  }

  /** The texts of a document: its own row and each of its sections. */
  private boolean anywhere(Row row, Predicate<Row> holds) {
    return holds.test(row)
        || (row.scope() == SearchScope.DOCUMENTS
            && rows.stream()
                .anyMatch(
                    other ->
                        other.scope() == SearchScope.SECTIONS
                            && other.document().equals(row.document())
                            && holds.test(other)));
  }

  private boolean run(Row row, String text) {
    FreeText run = words.analyze(text);
    if (run.words().isEmpty() && run.years().isEmpty()) {
      return contains(row, text);
    }
    boolean all =
        run.words().stream()
                .allMatch(
                    w ->
                        words.withSynonymsAndRelatedTerms(w).stream()
                            .anyMatch(row.words()::contains))
            && run.years().stream().allMatch(year -> year(row, year));
    return all || (String.join("", run.pieces()).length() > 1 && contains(row, text));
  }

  private static boolean year(Row row, FreeText.Year year) {
    return row.values(FieldNames.facet(FacetDimension.YEAR))
            .contains(Integer.toString(year.value()))
        || contains(row, year.spelling());
  }

  private static boolean contains(Row row, String text) {
    return SearchNormalizer.findVariants(text).stream()
        .anyMatch(
            reading ->
                !reading.isEmpty() && row.texts().stream().anyMatch(t -> t.contains(reading)));
  }

  private boolean phrase(Row row, String text) {
    return SearchNormalizer.fold(text).isEmpty() || anywhere(row, r -> contains(r, text));
  }

  private boolean wildcard(Row row, String text) {
    if (ProximityQueryFactory.literalParts(text).size() < 2) {
      return phrase(row, text.replaceAll("[*?]", ""));
    }
    Pattern pattern = ProximityQueryFactory.highlightPattern(text);
    return anywhere(row, r -> r.texts().stream().anyMatch(t -> pattern.matcher(t).find()));
  }

  /**
   * Whether strings occur in any order with at most the given number of characters between them;
   * repeated strings count once.
   */
  private boolean near(Row row, QueryNode.Near near) {
    String[] typed = near.text().split("\\s+", -1);
    if (typed.length != 2) {
      throw new IllegalArgumentException("two pieces alone are answered here: " + near);
    }
    String first = SearchNormalizer.fold(typed[0]);
    String second = SearchNormalizer.fold(typed[1]);
    return anywhere(
        row, r -> r.texts().stream().anyMatch(t -> near(t, first, second, near.distance())));
  }

  private static boolean near(String text, String first, String second, int distance) {
    for (int i = text.indexOf(first); i >= 0; i = text.indexOf(first, i + 1)) {
      for (int j = text.indexOf(second); j >= 0; j = text.indexOf(second, j + 1)) {
        int end = Math.max(i + first.length(), j + second.length());
        boolean same = first.equals(second);
        if (same || end - Math.min(i, j) - first.length() - second.length() <= distance) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean range(Row row, QueryNode.Range range) {
    BigDecimal from = range.lowerBound();
    BigDecimal to = range.upperBound();
    if (range.field() != QueryField.YEAR || !range.fromIncluded() || !range.toIncluded()) {
      throw new IllegalArgumentException("not answered here: " + range);
    }
    return row.values(FieldNames.facet(FacetDimension.YEAR)).stream()
        .map(BigDecimal::new)
        .anyMatch(
            year ->
                (from == null || year.compareTo(from) >= 0)
                    && (to == null || year.compareTo(to) <= 0));
  }

  private static boolean inField(Row row, QueryNode.InField field) {
    String wanted = SearchNormalizer.fold(FieldQueryFactory.toSearchText(field.value()));
    FacetDimension dimension = field.field().dimension();
    if (wanted.isEmpty()) {
      return true;
    }
    if (dimension != null) {
      return FieldNames.dimensions(row.scope()).contains(dimension)
          && row.values(FieldNames.facet(dimension)).stream()
              .anyMatch(value -> SearchNormalizer.fold(value).contains(wanted));
    }
    if (field.field() != QueryField.TITLE) {
      throw new IllegalArgumentException("not answered here: " + field);
    }
    return row.values(TextField.TITLE_NGRAMS.fieldName(row.scope())).stream()
        .anyMatch(title -> SearchNormalizer.fold(title).contains(wanted));
  }
}
