package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.IndexVocabulary;
import org.mingzhang.query.ParsedQuery;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.TranslatedQuery;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.ShardQuery;

/**
 * A query parsed and compiled for one state of a shard.
 *
 * @param translatedQuery the Lucene query
 * @param notices how the query was changed or interpreted
 */
record CompiledQuery(TranslatedQuery translatedQuery, List<QueryNotice> notices) {
  /** Makes an immutable copy of the list. */
  CompiledQuery {
    notices = List.copyOf(notices);
  }

  /**
   * Translates a query, or returns the translation cached in the snapshot.
   *
   * @throws IllegalArgumentException if the query is to be loosened and cannot be, see {@link
   *     QueryTranslator#canLoosen}
   */
  static CompiledQuery translate(
      ShardSnapshot snapshot, ShardQuery shardQuery, WordQueryFactory wordQueries) {
    record Key(String query, SearchScope scope, boolean loosened, IndexStatistics statistics) {}
    String query = shardQuery.request().query();
    SearchScope scope = shardQuery.request().scope();
    Key key = new Key(query, scope, shardQuery.loosened(), shardQuery.statistics());
    CompiledQuery cached = snapshot.compiledQueries().get(key, CompiledQuery.class);
    if (cached == null) {
      ShardVocabulary vocabulary = new ShardVocabulary(snapshot, shardQuery.statistics());
      cached = translate(query, scope, shardQuery.loosened(), wordQueries, vocabulary);
      snapshot.compiledQueries().put(key, cached);
    }
    return cached;
  }

  /**
   * Translates a query.
   *
   * @throws IllegalArgumentException if {@code loosened} and the query cannot be loosened, see
   *     {@link QueryTranslator#canLoosen}
   */
  static CompiledQuery translate(
      String query,
      SearchScope scope,
      boolean loosened,
      WordQueryFactory wordQueries,
      IndexVocabulary vocabulary) {
    ParsedQuery parsed = QueryParser.parse(query);
    TranslatedQuery translated =
        loosened
            ? QueryTranslator.translatePartial(parsed.node(), scope, wordQueries, vocabulary)
                .orElseThrow(() -> new IllegalArgumentException("no part of " + query))
            : QueryTranslator.translate(parsed.node(), scope, wordQueries, vocabulary);
    List<QueryNotice> notices = new ArrayList<>(parsed.notices());
    notices.addAll(translated.notices());
    return new CompiledQuery(translated, notices);
  }
}
