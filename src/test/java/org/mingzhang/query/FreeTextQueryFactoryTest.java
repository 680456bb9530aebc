package org.mingzhang.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.TextField;

final class FreeTextQueryFactoryTest {
  /** The terms of the clauses on a field, one per clause. */
  private static List<String> clauses(String typed, TextField field) {
    Query query =
        QueryTranslator.translate(
                QueryParser.parse(typed).node(),
                SearchScope.SECTIONS,
                WordQueryFactory.standard(),
                (dimension, folded) -> List.of())
            .query();
    List<String> terms = new ArrayList<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query query, Term... of) {
            for (Term term : of) {
              if (of.length == 1 && term.field().equals(field.fieldName(SearchScope.SECTIONS))) {
                terms.add(term.text());
              }
            }
          }

          @Override
          public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this;
          }
        });
    return terms;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "年度, 年度",
    "年度 支出, 年度 支出",
    "基本支出, 基本 本支 支出",
  })
  void no_list_of_title_pairs_is_read_twice(String typed, String pairs) {
    assertThat(clauses(typed, TextField.TITLE_NGRAMS)).containsExactlyInAnyOrder(pairs.split(" "));
  }

  @ParameterizedTest(name = "{0} scores its string by {1}")
  @CsvSource({"年度, 0.01", "年度支出, 0.5", "三公经费, 0.01", "绩效目标管理, 0.5"})
  void the_string_of_one_word_hardly_scores(String typed, String boost) {
    String query =
        QueryTranslator.translate(
                QueryParser.parse(typed).node(),
                SearchScope.SECTIONS,
                WordQueryFactory.standard(),
                (dimension, folded) -> List.of())
            .query()
            .toString();
    assertThat(query).containsPattern("\\(pairs\\.all\\.sections:[^()]*\\)\\^" + boost + "\\b");
  }
}
