package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Scope;
import org.mingzhang.query.IndexVocabulary;
import org.mingzhang.query.ParsedQuery;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.TranslatedQuery;
import org.mingzhang.query.WordQueries;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.ShardQuery;

/**
 * A query as read and translated for one state of a shard.
 *
 * @param translated the query for Lucene
 * @param notices what was changed or taken literally
 */
record QueryTranslation(TranslatedQuery translated, List<QueryNotice> notices) {
  /** Copies the list. */
  QueryTranslation {
    notices = List.copyOf(notices);
  }

  /** The translation of a query; kept for the further questions of the same answer. */
  static QueryTranslation of(Snapshot snapshot, ShardQuery asked, WordQueries words) {
    record Key(String query, Scope scope, boolean loosened, IndexStatistics statistics) {}
    String query = asked.request().query();
    Scope scope = asked.request().scope();
    Key key = new Key(query, scope, asked.loosened(), asked.statistics());
    QueryTranslation known = snapshot.translations().get(key, QueryTranslation.class);
    if (known == null) {
      ShardVocabulary vocabulary = new ShardVocabulary(snapshot, asked.statistics());
      known = of(query, scope, asked.loosened(), words, vocabulary);
      snapshot.translations().put(key, known);
    }
    return known;
  }

  /**
   * Translates a query.
   *
   * @throws IllegalArgumentException where a part of its words is asked for and it has no parts
   */
  static QueryTranslation of(
      String query, Scope scope, boolean loosened, WordQueries words, IndexVocabulary vocabulary) {
    ParsedQuery parsed = QueryParser.parse(query);
    TranslatedQuery translated =
        loosened
            ? QueryTranslator.translateLoosely(parsed.node(), scope, words, vocabulary)
                .orElseThrow(() -> new IllegalArgumentException("no part of " + query))
            : QueryTranslator.translate(parsed.node(), scope, words, vocabulary);
    List<QueryNotice> notices = new ArrayList<>(parsed.notices());
    notices.addAll(translated.notices());
    return new QueryTranslation(translated, notices);
  }
}
