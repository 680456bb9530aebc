package org.mingzhang.query;

import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;

/**
 * Restricts a query to a scope, unless a required clause on a field of that scope already does so.
 */
final class ScopeFilter {
  private ScopeFilter() {}

  /**
   * Restricts a query to a scope; returns the query itself if it is restricted already.
   *
   * @param query its clauses on text fields must be on text fields of the scope
   */
  static Query restrict(Query query, SearchScope scope) {
    if (isRestricted(query)) {
      return query;
    }
    BooleanQuery.Builder bound = new BooleanQuery.Builder();
    if (query instanceof BooleanQuery all
        && all.getMinimumNumberShouldMatch() == 0
        && all.clauses().stream().anyMatch(BooleanClause::isRequired)) {
      all.clauses().forEach(bound::add);
    } else {
      bound.add(query, BooleanClause.Occur.MUST);
    }
    return bound
        .add(new TermQuery(FieldNames.scopeTerm(scope)), BooleanClause.Occur.FILTER)
        .build();
  }

  private static boolean isRestricted(Query query) {
    return switch (query) {
      case TermQuery term -> isTextField(term.getTerm().field()) || isScopeTerm(term);
      case NGramPhraseQuery phrase -> isTextField(phrase.field());
      case IntervalQuery interval -> isTextField(interval.getField());
      case ToParentBlockJoinQuery documents -> true;
      case MatchNoDocsQuery nothing -> true;
      case BoostQuery boost -> isRestricted(boost.getQuery());
      case ConstantScoreQuery constant -> isRestricted(constant.getQuery());
      case BooleanQuery bool -> isRestricted(bool);
      case DisjunctionMaxQuery any ->
          any.getDisjuncts().stream().allMatch(ScopeFilter::isRestricted);
      default -> false;
    };
  }

  private static boolean isRestricted(BooleanQuery bool) {
    boolean required =
        bool.clauses().stream()
            .filter(BooleanClause::isRequired)
            .anyMatch(c -> isRestricted(c.query()));
    boolean optional =
        bool.clauses().stream().noneMatch(BooleanClause::isRequired)
            && bool.clauses().stream()
                .filter(c -> c.occur() == BooleanClause.Occur.SHOULD)
                .allMatch(c -> isRestricted(c.query()));
    return required || optional;
  }

  private static boolean isTextField(String field) {
    return field.startsWith("words.") || field.startsWith("pairs.") || field.startsWith("chars.");
  }

  private static boolean isScopeTerm(TermQuery term) {
    return term.getTerm().field().equals(FieldNames.SCOPE);
  }
}
