package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.Hit;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.ShardQuery;

/** Finds the sections of one document that match a query. */
final class DocumentSectionSearcher {
  private static final int MAX_SECTIONS = 1_000;

  private final ShardSnapshot snapshot;
  private final WordQueryFactory wordQueries;

  DocumentSectionSearcher(ShardSnapshot snapshot, WordQueryFactory wordQueries) {
    this.snapshot = snapshot;
    this.wordQueries = wordQueries;
  }

  /**
   * Finds the first {@link #MAX_SECTIONS} matching sections of a document, in reading order and
   * without a time limit.
   *
   * @param documentQuery the query that matched the document, of which the words and the statistics
   *     are used
   */
  DocumentSections search(String documentId, ShardQuery documentQuery) throws IOException {
    SearchRequest sectionRequest =
        SearchRequest.of(documentQuery.request().query(), SearchScope.SECTIONS);
    ShardQuery sections = new ShardQuery(sectionRequest, false, documentQuery.statistics());
    PreparedSearch prepared = PreparedSearch.prepare(snapshot, sections, wordQueries);
    Query inDocument =
        new BooleanQuery.Builder()
            .add(prepared.query(), BooleanClause.Occur.FILTER)
            .add(new TermQuery(FieldNames.documentTerm(documentId)), BooleanClause.Occur.FILTER)
            .build();
    RowAccumulator rows = new RowAccumulator();
    prepared.collect(inDocument, List.of(), rows, snapshot.createSearcher());
    HitReader reader = prepared.createHitReader();
    List<Hit> hits = new ArrayList<>();
    for (RankedRow row :
        rows.rows().stream()
            .sorted(Comparator.comparingLong(RankedRow::order))
            .limit(MAX_SECTIONS)
            .toList()) {
      hits.add(reader.read(row.doc()));
    }
    return new DocumentSections(hits);
  }
}
